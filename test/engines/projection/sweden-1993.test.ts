/** Sweden 1993, one five-year step, by Preston, Heuveline & Guillot (2001), box 6.2. */
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import { createFlows } from '#engines/projection/step-flows.ts'
import { StepProjector } from '#engines/projection/step-projector.ts'

const projectFolder = join(import.meta.dirname, '../../..')
const file = resolve(projectFolder, process.env['TOPDORP_SHARED'] ?? '../shared', 'oracles/cohort-component/sweden-1993-preston-5x5.json')

test.skipIf(!existsSync(file))('births and people of Sweden after five years are the published ones to the last digit (needs the shared known answers)', () => {
  const known = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number[]> & { srb: number; age_width: number }
  const bothSexes = (name: string) => Float64Array.from([...known[name.replace('*', 'f')]!, ...known[name.replace('*', 'm')]!])
  const shape = { areaCount: 1, ageCount: known['fert_rate_age_f']!.length, stepYears: known.age_width, householdKindCount: 0 }
  const end = new Float64Array(2 * shape.ageCount)
  const flows = createFlows(shape)
  new StepProjector(shape).project({
    ...createStillInputs(shape),
    survivalRatios: bothSexes('survival_ratio_age_*'),
    fertilityRates: Float64Array.from(known['fert_rate_age_f']!),
    boysPerGirl: Float64Array.of(known.srb),
    netMigrationCounts: bothSexes('mig_net_count_age_*'),
  }, bothSexes('pop_count_age_*_begin'), end, flows)
  expect([...flows.birthsByAge].map(Math.round)).toEqual(known['birth_count_age_b'])
  expect([...end].map(Math.round)).toEqual([...bothSexes('pop_count_age_*_end')])
  expect(flows.unmetDepartures[0]).toBe(0)
})
