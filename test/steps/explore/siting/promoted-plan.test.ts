/** Plan 1 is the best of all that come up, also where the search for it ended on another: here that search is made to give a worse plan. */
import { beforeEach, expect, it, vi } from 'vitest'
import { assignNearest } from '#engines/siting/assign-nearest.ts'
import type { SitingPlan } from '#engines/siting/siting-problem.ts'
import { getSitingDocument, runSiting } from '#steps/explore/siting/run-siting.ts'
import type { PlanOutput, PlanQuestion, SitingInput } from '#steps/explore/siting/siting-task.ts'
import { runSplit, type SplitRun } from '#steps/workers/run-split.ts'
import { makeVillages, ORDER } from './siting-villages.ts'

vi.setConfig({ testTimeout: 60_000 })
vi.mock('#steps/workers/run-split.ts', async (importOriginal) => ({ ...(await importOriginal<object>()), runSplit: vi.fn() }))
const { runSplit: split } = await vi.importActual<{ runSplit: typeof runSplit }>('#steps/workers/run-split.ts')

beforeEach(() => void vi.mocked(runSplit).mockImplementation(split))

/** The plan with these sites, as a search gives it that did not find the best one. */
function endOn({ problem }: PlanQuestion, plan: SitingPlan, sites: Int32Array): SitingPlan {
  const trips = { sites, ...assignNearest(problem, sites) }
  const value = trips.services.places.reduce((sum, place, at) => sum + problem.weights[place]! * problem.minutes[place * problem.siteCount + trips.services.sites[at]!]!, 0)
  return { ...trips, value, bound: plan.bound, isProved: false }
}

it.each([
  ['two of three sites, one of them another', [1, 2, 3]],
  ['one site fewer than may be open', [1, 3]],
])('a search that ended on %s', async (_, sites) => {
  const run = () => runSiting(makeVillages(), getSitingDocument(ORDER))
  const right = await run()
  let given: SitingPlan | undefined
  const explained: SitingPlan[] = []
  vi.mocked(runSplit).mockImplementation(async <Input, Output>(asked: SplitRun<Input>): Promise<Output[]> => {
    const outputs = await split<Input, Output>(asked)
    const input = asked.input as SitingInput
    if (input.kind === 'explain') explained.push(input.plan)
    if (input.kind !== 'plan') return outputs
    const output = outputs[0] as PlanOutput
    given = endOn(input, output.answer.plan!, Int32Array.from(sites))
    return [{ ...output, answer: { ...output.answer, plan: given } } as Output]
  })
  const answer = await run()
  // Sites 0 to 2 are of the area, 3 is beyond the border and always open.
  expect(given!.value).toBeGreaterThan(right.plans[0]!.value * 1.01)
  expect(explained.map(({ value }) => value)).toEqual([given!.value, right.plans[0]!.value])
  expect(answer).toEqual(right)
})

it('a run whose time is over gives the best plan that came up, names how many sites have no price, and does not start again', async () => {
  const run = () => runSiting(makeVillages(), getSitingDocument(ORDER))
  const right = await run()
  let rounds = 0
  vi.mocked(runSplit).mockImplementation(async <Input, Output>(asked: SplitRun<Input>): Promise<Output[]> => {
    const input = asked.input as SitingInput
    if (input.kind !== 'explain') return split<Input, Output>(asked)
    rounds++
    return split<Input, Output>({ ...asked, input: { ...input, ends: { prices: 0, alternatives: 0 } } as Input })
  })
  const answer = await run()
  expect(rounds).toBe(1)
  expect(answer.plans).toHaveLength(1)
  const [plan, best] = [answer.plans[0]!, right.plans[0]!]
  expect([plan.value, plan.bound, plan.isProved]).toEqual([best.value, best.bound, best.isProved])
  const priced = best.sites.filter(({ price }) => price !== undefined)
  expect(priced.length).toBeGreaterThan(0)
  expect(plan.sites.filter(({ price }) => price !== undefined)).toEqual([])
  expect(answer.remarks.map(({ en }) => en).join('\n')).toContain(`Of ${priced.length} sites it was not worked out what each matters.`)
})

it('prices that were asked beside a worse plan and hold beside the best are not asked again', async () => {
  const asked: number[] = []
  vi.mocked(runSplit).mockImplementation(async <Input, Output>(one: SplitRun<Input>): Promise<Output[]> => {
    const outputs = await split<Input, Output>(one)
    const input = one.input as SitingInput
    if (input.kind === 'explain') asked.push(input.sites.length)
    if (input.kind !== 'plan') return outputs
    const output = outputs[0] as PlanOutput
    return [{ ...output, answer: { ...output.answer, plan: endOn(input, output.answer.plan!, Int32Array.of(1, 2, 3)) } } as Output]
  })
  await runSiting(makeVillages(), getSitingDocument(ORDER))
  expect(asked).toHaveLength(2)
  expect(asked[1]).toBeLessThan(asked[0]!)
})
