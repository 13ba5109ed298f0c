/** A set of norms held against an area: for whom each is not met, which villages meet it, and which facilities are too small; now, in a later year, and under a scenario. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import type { NormSetDocument } from '#domain/norm-set.ts'
import { listNormFaults } from '#domain/norm-faults.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { prepareHomePoints } from '#steps/explore/reach/home-points.ts'
import { findCountedSizes, findSizes } from '#steps/explore/norms/facility-sizes.ts'
import { describeNorm, describeSide, measureNorm, type MeasuredNorm, type NormArea, type NormSide } from '#steps/explore/norms/measure-norm.ts'
import { listNormVillages, measureVillages } from '#steps/explore/norms/measure-villages.ts'
import { describeRun, type MeasuredSide } from '#steps/explore/norms/norm-remarks.ts'
import { replaceNorm } from '#steps/explore/norms/replace-norm.ts'
import { resolveScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { listAreaNames } from '#steps/see/catalogue.ts'
import { SeeError } from '#steps/see/problems.ts'

export interface NormQuestion {
  readonly set: NormSetDocument
  readonly level: AreaLevel
  readonly within?: AreaCode
  /** Who lives there on 1 January of that year, and how many pupils schools have; as counted when left out. */
  readonly year?: number
  readonly scenario?: ScenarioDocument
}

/** Throws SeeError `normsRefused`, `scenarioRefused`, `unknownArea` or `noSuchYear`, and ProjectionError for a year that cannot be projected. */
export async function runNorms(statistics: Statistics, { set, level, within, year, scenario: document }: NormQuestion): Promise<NormRunAnswer> {
  const faults = listNormFaults(set.norms)
  if (faults.length > 0) throw new SeeError('normsRefused', set.name, faults)
  const where = { level, ...(within !== undefined && { within }) }
  const { year: homesYear } = await prepareHomePoints(statistics)
  const areas = listAreaNames(statistics, level, homesYear, within)
  const scenario = document && (await resolveScenario(statistics, document))
  const villages = listNormVillages(statistics, within)
  const measure = async (side: NormSide): Promise<MeasuredSide> => ({
    side,
    norms: await measureAll(statistics, where, side),
    villages: within === undefined ? [] : await measureVillages(statistics, within, villages, side),
  })
  const sizes = await findSizes(statistics, set.norms, year, undefined)
  const asked = await measure({ year, scenario, norms: set.norms.map((norm) => replaceNorm(norm, document)), sizes: document ? await findSizes(statistics, set.norms.map((norm) => replaceNorm(norm, document)), year, document) : sizes })
  const base = scenario && (await measure({ year, scenario: undefined, norms: set.norms, sizes }))
  const now = year === undefined ? undefined : await measure({ year: undefined, scenario: undefined, norms: set.norms, sizes: await findCountedSizes(statistics) })
  const known = findKnown(asked)
  return {
    name: set.name,
    version: statistics.version,
    year: homesYear,
    peopleYear: year ?? statistics.referenceYear,
    peopleFrom: year === undefined ? 'counted' : 'projected',
    ...where,
    ...(document && { scenario: { name: document.name } }),
    lines: asked.norms.map((own, at) => ({
      ...describeNorm(own.norm),
      ...(own.isMissing && { missing: 'noFacilities' as const }),
      ...own.counts,
      ...(!own.isMissing && base && { base: describeSide(base.norms[at]!) }),
      ...(!own.isMissing && now && { now: describeSide(now.norms[at]!) }),
    })),
    placeUnknown: known ? known.placeUnknown.reduce((total, own) => total + own, 0) : 0,
    areas: areas.codes.map((code, row) => ({ code, name: areas.names[row]!, ...describePlace(asked, row), ...(base && { base: describePlace(base, row) }), ...(now && { now: describePlace(now, row) }) })),
    ...(villages.length > 0 && {
      villages: villages.map(({ id, name, area }, row) => ({
        id, name,
        ...asked.villages[row]!,
        sharesArea: villages.some((other) => other.id !== id && other.area === area),
        ...(base && { base: base.villages[row]! }),
        ...(now && { now: now.villages[row]! }),
      })),
    }),
    tooSmall: asked.norms.flatMap(({ tooSmall }, line) => tooSmall.map((one) => ({ line, ...one }))),
    remarks: await describeRun(statistics, { asked, base, scenario, year }),
  }
}

async function measureAll(statistics: Statistics, where: NormArea, side: NormSide): Promise<MeasuredNorm[]> {
  const measured: MeasuredNorm[] = []
  for (const norm of side.norms) measured.push(await measureNorm(statistics, where, norm, side))
  return measured
}

const findKnown = ({ norms }: MeasuredSide) => norms.find(({ column }) => column !== undefined)?.column

function describePlace(side: MeasuredSide, row: number): { inhabitants: number; beyond: (number | null)[] } {
  return { inhabitants: findKnown(side)?.inhabitants[row] ?? 0, beyond: side.norms.map(({ column }) => column?.beyondNorm.all[row] ?? null) }
}
