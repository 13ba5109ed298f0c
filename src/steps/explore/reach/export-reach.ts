/** Travel times as a table for a spreadsheet, and with shapes for a map program. */
import type { ReachAnswer, ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import { FACILITY_WORDS } from '#domain/facility.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { describeFacilityYears, findFacilityYear } from '#steps/explore/reach/facility-years.ts'
import { describeLeftOut } from '#steps/explore/reach/reach-left-out.ts'
import { listReachSources } from '#steps/explore/reach/reach-sources.ts'
import { getRoads } from '#steps/explore/reach/reach-ground.ts'
import { findSourceYear } from '#steps/explore/reach/source-year.ts'
import { BY_MODE } from '#steps/explore/reach/travel-modes.ts'
import { listAreaNames } from '#steps/see/catalogue.ts'
import { describeAreaFeatures, type FeatureFile } from '#steps/see/export-features.ts'
import { aboutSource, aboutStatistics, describeSource, provenanceColumns, say, toFileName, type ExportCell, type ExportColumn, type Language, type SourcedTable } from '#steps/see/export-table.ts'

export const NETWORK_WORDS: Readonly<Record<ReachAnswer['networks'][number], Words>> = {
  none: { nl: 'geen bekende weg', en: 'no known way' },
  straightLine: { nl: 'rechte lijn × 1,3', en: 'straight line × 1.3' },
  mainRoads: { nl: 'hoofdwegen', en: 'main roads' },
  streets: { nl: 'straten (OpenStreetMap)', en: 'streets (OpenStreetMap)' },
  mixed: { nl: 'verschilt per buurt', en: 'differs by neighbourhood' },
}
const AGE_WORDS = [
  ['age0to14', { nl: '0 tot 15 jaar', en: 'aged 0 to 14' }],
  ['age15to24', { nl: '15 tot 25 jaar', en: 'aged 15 to 24' }],
  ['age25to44', { nl: '25 tot 45 jaar', en: 'aged 25 to 44' }],
  ['age45to64', { nl: '45 tot 65 jaar', en: 'aged 45 to 64' }],
  ['age65Plus', { nl: '65 jaar of ouder', en: 'aged 65 or over' }],
  ['age75Plus', { nl: '75 jaar of ouder', en: 'aged 75 or over' }],
] as const satisfies readonly (readonly [keyof ReachAnswer['beyondNorm'], Words])[]

export interface ReachTableOptions {
  /** As asked of the answer. */
  readonly within?: string | undefined
  /** More buurten that are left out than this are counted only. */
  readonly mostNames?: number
}

/** One row an area; under a scenario with the base beside it. */
export async function makeReachTable(statistics: Statistics, answer: ReachAnswer | ReachScenarioAnswer, language: Language, { within, mostNames }: ReachTableOptions = {}): Promise<SourcedTable> {
  const areas = listAreaNames(statistics, answer.level, answer.year, within)
  const source = describeSource(await listReachSources(statistics, { facilityTypes: [answer.facilityType], modes: [answer.mode], onStreets: leadsOverStreets(answer) ? [answer.mode] : [], peopleFrom: answer.peopleFrom }), language)
  const facilityYear = findFacilityYear(statistics, answer.facilityType) ?? null
  const under = 'scenario' in answer ? answer : undefined
  const columns = [...listColumns(answer, language), ...(under ? listBaseColumns(under, language) : [])]
  const name = `${FACILITY_WORDS[answer.facilityType].name[language]}, ${BY_MODE[answer.mode][language]}${answer.rank > 1 ? say(language, ` (${answer.rank}e)`, ` (no. ${answer.rank})`) : ''}${under ? `, ${under.scenario.name}` : ''}`
  return {
    title: `${name}, ${answer.peopleYear}`,
    fileName: `topdorp-${toFileName(`${name} ${answer.level} ${within ?? ''}`)}-${answer.peopleYear}`,
    language,
    source,
    columns: [
      { key: 'areaCode', title: 'Code', kind: 'text', width: 12 },
      { key: 'areaName', title: say(language, 'Naam', 'Name'), kind: 'text', width: 36 },
      { key: 'municipality', title: say(language, 'Gemeente', 'Municipality'), kind: 'text', width: 24 },
      ...columns.map(({ column }) => column),
      { key: 'facilityYear', title: say(language, 'Jaar van de plekken', 'Year of the locations'), kind: 'number', width: 10 },
      ...provenanceColumns(language, 'firstRow'),
    ],
    rows: areas.codes.map((code, at) => [code, areas.names[at] ?? code, areas.municipalities[at] ?? '', ...columns.map(({ read }) => read(at)), facilityYear, source.text, source.retrieved, source.licence]),
    about: [
      [say(language, 'Let op', 'Please note'), say(language, 'Een schatting, om te vergelijken; niet voor één adres. Enkele reis, zonder wachten of parkeren.', 'An estimate, to compare with; not for a single address. One way, without waiting or parking.')],
      ...(under ? aboutScenario(under, language) : []),
      ...(answer.rank > 1 ? [[say(language, 'Naar', 'To'), say(language, `de dichtstbijzijnde op ${answer.rank - 1} na`, `number ${answer.rank} from the nearest`)] as const] : []),
      [say(language, 'Norm', 'Norm'), `${answer.normMinutes} ${say(language, 'minuten', 'minutes')}`],
      [say(language, 'Mensen', 'People'), `${answer.peopleYear}, ${answer.peopleFrom === 'counted' ? say(language, 'geteld', 'counted') : say(language, 'verwacht, met een model', 'projected, by a model')}`],
      ...describeFacilityYears(statistics, [answer.facilityType]).map((words): [string, string] => [say(language, 'Voorzieningen', 'Facilities'), words[language]]),
      ...(await describeRoads(statistics, answer, language)),
      [say(language, 'Inwoners zonder bekende reistijd', 'Inhabitants without a known travel time'), answer.timeUnknown.reduce((sum, own) => sum + own, 0)],
      [say(language, 'Inwoners zonder bekende plek', 'Inhabitants without a known place'), answer.placeUnknown.reduce((sum, own) => sum + own, 0)],
      ...describeLeftOut(answer, language, mostNames),
      ...(answer.households ? [[say(language, 'Huishoudens zonder auto', 'Households without a car'), say(language, 'Geschat uit auto’s per huishouden; zie docs/methods/households-without-car.md.', 'Estimated from cars per household; see docs/methods/households-without-car.md.')] as const] : []),
      ...aboutSource(source, language),
      ...aboutStatistics(statistics, language),
    ],
  }
}

/** Whether of any of these areas a way may lead over streets: of one whose ways differ it is not known which they are. */
const leadsOverStreets = ({ networks, overNetworks }: ReachAnswer): boolean => overNetworks.streets > 0 && networks.some((network) => network === 'streets' || network === 'mixed')

async function describeRoads(statistics: Statistics, { mode, roads }: ReachAnswer, language: Language): Promise<[string, string][]> {
  if (mode !== 'car' || roads === 'straightLines') return []
  const network = await getRoads(statistics)
  const year = network && findSourceYear(network.network.source)
  return year === undefined ? [] : [[say(language, 'Hoofdwegen', 'Main roads'), say(language, `Van ${year}: wegen van daarna ontbreken.`, `Of ${year}: roads of a later date are lacking.`)]]
}

interface ReachTableColumn {
  readonly column: ExportColumn
  readonly read: (at: number) => ExportCell
}

function listColumns(answer: ReachAnswer, language: Language): ReachTableColumn[] {
  const { minutes, inhabitants, beyondNorm, households, timeUnknown, placeUnknown, networks, normMinutes } = answer
  const known = inhabitants.map((own, at) => own - timeUnknown[at]!)
  const beyond = say(language, `verder dan ${normMinutes} minuten`, `further than ${normMinutes} minutes`)
  const number = (key: string, title: string, read: (at: number) => number | null | undefined): ReachTableColumn => ({ column: { key, title, kind: 'number', width: 16 }, read: (at) => read(at) ?? null })
  return [
    number('minutes', say(language, 'Minuten (gemiddelde van de inwoners)', 'Minutes (mean of the inhabitants)'), (at) => minutes[at]),
    number('inhabitants', say(language, 'Inwoners', 'Inhabitants'), (at) => inhabitants[at]),
    number('within', say(language, `Inwoners binnen ${normMinutes} minuten`, `Inhabitants within ${normMinutes} minutes`), (at) => known[at]! - beyondNorm.all[at]!),
    number('beyond', say(language, `Inwoners ${beyond}`, `Inhabitants ${beyond}`), (at) => beyondNorm.all[at]),
    number('beyondPercent', say(language, `Deel ${beyond} (%)`, `Share ${beyond} (%)`), (at) => (known[at]! > 0 ? Math.round((1000 * beyondNorm.all[at]!) / known[at]!) / 10 : null)),
    ...AGE_WORDS.flatMap(([id, words]) => (beyondNorm[id] === undefined ? [] : [number(`beyond-${id}`, `${words[language]}, ${beyond}`, (at) => beyondNorm[id]?.[at])])),
    ...(households
      ? [
          number('households', say(language, 'Huishoudens', 'Households'), (at) => households.all[at]),
          number('householdsWithoutCar', say(language, 'Huishoudens zonder auto (schatting)', 'Households without a car (estimate)'), (at) => households.withoutCar[at]),
          number('householdsWithoutCarBeyond', say(language, `Huishoudens zonder auto (schatting), ${beyond}`, `Households without a car (estimate), ${beyond}`), (at) => households.withoutCarBeyondNorm[at]),
        ]
      : []),
    number('timeUnknown', say(language, 'Inwoners zonder bekende reistijd', 'Inhabitants without a known travel time'), (at) => timeUnknown[at]),
    number('placeUnknown', say(language, 'Inwoners zonder bekende plek', 'Inhabitants without a known place'), (at) => placeUnknown[at]),
    { column: { key: 'network', title: say(language, 'Weg over', 'Way over'), kind: 'text', width: 24 }, read: (at) => NETWORK_WORDS[networks[at]!][language] },
  ]
}

/** The same without the scenario, and what it changes. */
function listBaseColumns({ base, minutes, newlyBeyond, newlyWithin }: ReachScenarioAnswer, language: Language): ReachTableColumn[] {
  const subtract = (own: number | null | undefined, before: number | null | undefined) => (own === null || own === undefined || before === null || before === undefined ? null : Math.round(10 * (own - before)) / 10)
  const without = (nl: string, en: string) => say(language, `${nl}, zonder scenario`, `${en}, without the scenario`)
  const number = (key: string, title: string, read: (at: number) => number | null | undefined): ReachTableColumn => ({ column: { key, title, kind: 'number', width: 16 }, read: (at) => read(at) ?? null })
  return [
    number('minutesBase', without('Minuten', 'Minutes'), (at) => base.minutes[at]),
    number('minutesDifference', say(language, 'Verschil in minuten', 'Difference in minutes'), (at) => subtract(minutes[at], base.minutes[at])),
    number('beyondBase', without(`Inwoners verder dan ${base.normMinutes} minuten`, `Inhabitants further than ${base.normMinutes} minutes`), (at) => base.beyondNorm.all[at]),
    number('newlyBeyond', say(language, 'Wordt te ver, inwoners', 'Becomes too far, inhabitants'), (at) => newlyBeyond.all[at]),
    number('newlyWithin', say(language, 'Niet meer te ver, inwoners', 'No longer too far, inhabitants'), (at) => newlyWithin.all[at]),
  ]
}

const aboutScenario = ({ scenario }: ReachScenarioAnswer, language: Language): [string, string][] => [
  ['Scenario', scenario.name],
  ...scenario.remarks.map((remark): [string, string] => [say(language, 'Opmerking', 'Remark'), remark[language]]),
]

/** The areas that have a shape, with the columns of the table. */
export function makeReachFeatures(statistics: Statistics, { level, peopleYear }: ReachAnswer, table: SourcedTable): FeatureFile {
  const areas = table.rows.map((row) => ({ code: String(row[0]), properties: { ...Object.fromEntries(table.columns.flatMap(({ key, constant }, at) => (constant === undefined ? [[key, row[at] ?? null]] : []))), year: peopleYear } }))
  return describeAreaFeatures(statistics, level, areas, table)
}
