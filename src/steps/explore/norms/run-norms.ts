/** A set of norms held against an area: for whom each is not met, which villages meet it, and which facilities are too small. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { NormSetDocument } from '#domain/norm-set.ts'
import { listNormFaults } from '#domain/norm-faults.ts'
import { USUAL_MODE } from '#domain/norm-faults.ts'
import type { Norm } from '#domain/norm.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getHomePoints } from '#steps/explore/reach/home-points.ts'
import { measureNorm, type MeasuredNorm } from '#steps/explore/norms/measure-norm.ts'
import { measureVillages } from '#steps/explore/norms/measure-villages.ts'
import { resolveScenario, type TravelScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { describeUnusedParts } from '#steps/explore/scenario/unused-parts.ts'
import { listAreaNames } from '#steps/see/catalogue.ts'
import { SeeError } from '#steps/see/problems.ts'

export interface NormQuestion {
  readonly set: NormSetDocument
  readonly level: AreaLevel
  readonly within?: AreaCode
  readonly scenario?: ScenarioDocument
}

/** Throws SeeError `normsRefused`, `scenarioRefused` or `unknownArea`. */
export async function runNorms(statistics: Statistics, { set, level, within, scenario: document }: NormQuestion): Promise<NormRunAnswer> {
  const faults = listNormFaults(set.norms)
  if (faults.length > 0) throw new SeeError('normsRefused', set.name, faults)
  const scenario = document && (await resolveScenario(statistics, document))
  const { year } = getHomePoints(statistics)
  const { codes, names } = listAreaNames(statistics, level, year, within)
  const where = { level, ...(within !== undefined && { within }) }
  const norms = set.norms.map((norm) => ({ norm, under: replaceNorm(norm, scenario) }))
  const measured: MeasuredNorm[] = []
  for (const { norm, under } of norms) measured.push(await measureNorm(statistics, where, norm, under, scenario))
  const villages = within === undefined ? undefined : await measureVillages(statistics, within, norms.map(({ under }) => under), scenario)
  const known = measured.find(({ column }) => column !== undefined)?.column
  return {
    name: set.name,
    version: statistics.version,
    year,
    ...where,
    lines: measured.map(({ line }) => line),
    placeUnknown: known ? sum(known.placeUnknown) : 0,
    areas: codes.map((code, row) => ({ code, name: names[row]!, inhabitants: known?.inhabitants[row] ?? 0, beyond: measured.map(({ column }) => column?.beyondNorm.all[row] ?? null) })),
    ...(villages && { villages }),
    tooSmall: measured.flatMap(({ tooSmall }, line) => tooSmall.map((one) => ({ line, ...one }))),
    remarks: document ? [...listWithoutEffect(measured, document), ...describeUnusedParts(document, 'reach')] : [],
  }
}

/** The norm of the scenario for the same facility and mode, where it has one. */
function replaceNorm(norm: Norm, scenario: TravelScenario | undefined): Norm {
  const own = scenario?.document.norms?.find(({ facilityType, mode = USUAL_MODE }) => facilityType === norm.facilityType && mode === (norm.mode ?? USUAL_MODE))
  return own ? { basis: 'own', ...own } : norm
}

function listWithoutEffect(measured: readonly MeasuredNorm[], { name }: ScenarioDocument): NormRunAnswer['remarks'] {
  const isSame = measured.every(({ line: { base, beyond, tooSmall } }) => JSON.stringify([base?.beyond, base?.tooSmall]) === JSON.stringify([beyond, tooSmall]))
  return isSame ? [{ nl: `Scenario “${name}” verandert hier voor geen enkele norm iets.`, en: `Scenario “${name}” changes nothing here for any norm.` }] : []
}

const sum = (counts: readonly number[]): number => counts.reduce((total, own) => total + own, 0)
