/** All municipalities under a scenario, and what of it happens in single wijken and buurten. */
import { ProjectionError } from '#steps/explore/projection-error.ts'
import type { Forecast } from '#steps/explore/forecast.ts'
import type { MunicipalRun } from '#steps/explore/municipal-run.ts'
import { CELL_COUNT } from '#steps/explore/inputs/projection-data.ts'
import { explainRefusal } from '#steps/explore/scenario/explain-refusal.ts'
import { listPatches, type ScenarioPlan, type SmallTarget } from '#steps/explore/scenario/scenario-plan.ts'
import type { SmallEffect } from '#steps/explore/scenario/small-effects.ts'

/**
 * A run more for every place with parts of its own says how many people those parts bring to the municipality, and one for who moves within it.
 * Rejects with ProjectionError `scenarioInvalid`, with the part that made a figure impossible.
 */
export async function runScenario(forecast: Forecast, plan: ScenarioPlan): Promise<MunicipalRun> {
  const run = (parts: ScenarioPlan, more: ReturnType<typeof listPatches> = []) => forecast.run([...listPatches(parts), ...more]).catch((error: unknown) => explain(forecast, plan, error))
  const complete = await run(plan)
  const targets = listTargets(plan)
  if (targets.length === 0) return complete
  const changedCounts = [...complete.changedCounts]
  let before = await run(plan.filter(({ target }) => target === undefined))
  const effects: SmallEffect[] = []
  for (const [at, own] of targets.entries()) {
    const upTo = at === targets.length - 1 ? complete : await run(plan.filter(({ target }) => target === undefined || targets.slice(0, at + 1).some((other) => isSame(other, target))))
    const gained = subtract(upTo, before, own.municipality)
    before = upTo
    const parts = plan.flatMap(({ target, moved }, part) => (moved && target && isSame(own, target) ? [{ moved, part }] : []))
    if (parts.length === 0) {
      effects.push({ target: own, gained, moved: gained.map((people) => new Float64Array(people.length)) })
      continue
    }
    const shifted = await run(plan, parts.map(({ moved }) => moved))
    parts.forEach(({ part }, place) => (changedCounts[part]! += shifted.changedCounts[plan.length + place]!))
    effects.push({ target: own, gained, moved: subtract(shifted, complete, own.municipality) })
  }
  return { ...complete, changedCounts, effects }
}

/** Throws ProjectionError in place of what the engine refuses. */
function explain({ prepared }: Forecast, plan: ScenarioPlan, error: unknown): never {
  const fault = explainRefusal(error, plan, prepared.data.names)
  throw fault === undefined ? error : new ProjectionError('scenarioInvalid', '', [fault])
}

function listTargets(plan: ScenarioPlan): SmallTarget[] {
  const targets: SmallTarget[] = []
  for (const { target } of plan) if (target !== undefined && !targets.some((other) => isSame(other, target))) targets.push(target)
  return targets
}

const isSame = (one: SmallTarget, other: SmallTarget): boolean => one.buurten.length === other.buurten.length && one.buurten.every((code) => other.buurten.includes(code))

function subtract(one: MunicipalRun, other: MunicipalRun, municipality: number): Float64Array[] {
  const [from, to] = [municipality * CELL_COUNT, (municipality + 1) * CELL_COUNT]
  return one.years.map(({ people }, year) => people.slice(from, to).map((own, cell) => own - other.years[year]!.people[from + cell]!))
}
