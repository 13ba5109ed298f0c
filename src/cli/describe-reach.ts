/** What `topdorp reach` says in the terminal. */
import type { Area } from '#domain/area.ts'
import { nameArea } from '#domain/area-names.ts'
import type { AreaListAnswer } from '#domain/answers/answers.ts'
import type { FacilityTypeListAnswer, PlaceReachAnswer, ReachAnswer, ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { makeReachTable, NETWORK_WORDS } from '#steps/explore/reach/export-reach.ts'
import { listFacilityTypes } from '#steps/explore/reach/facility-types.ts'
import { describeFacilityYears } from '#steps/explore/reach/facility-years.ts'
import { MODE_NAMES } from '#steps/explore/reach/travel-modes.ts'
import type { Language } from '#cli/command.ts'
import { formatNumber, layOut } from '#cli/words.ts'

/** Areas and names that are shown; --csv and --json have them all. */
const [MOST_AREAS, MOST_NAMES] = [30, 12]

/** Which facilities there are, and of those that are lacking why. */
export function describeFacilityTypes({ facilityTypes, roads, streets }: FacilityTypeListAnswer, language: Language): string[] {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const header = ['', say('voorziening', 'facility'), say('plekken', 'locations'), say('jaar', 'year'), say('bron', 'source')]
  const rows = facilityTypes.map(({ id, name, count, source, leftOut, refused }) => {
    if (source === undefined || count === undefined) return [id, name[language], '–', '–', say('staat niet in het ingelezen pakket', 'not in the imported package')]
    const notCounted = [...(leftOut && leftOut.withoutPoint > 0 ? [say(`${leftOut.withoutPoint} zonder plek`, `${leftOut.withoutPoint} without a place`)] : []), ...(refused && refused.length > 0 ? [say(`${refused.length} geweigerd`, `${refused.length} refused`)] : [])]
    return [id, name[language], formatNumber(count, language), String(source.dataYear ?? '–'), `${source.publisher}, ${source.title[language]}${notCounted.length === 0 ? '' : ` (${say('niet geteld', 'not counted')}: ${notCounted.join(', ')})`}`]
  })
  return [
    ...layOut([header, ...rows], [2], ''),
    roads ? `${say('Hoofdwegen', 'Main roads')}: ${roads.publisher}, ${roads.title[language]}` : say('Zonder hoofdwegen: alle wegen zijn rechte lijnen met een omweg.', 'Without main roads: all ways are straight lines with a detour.'),
    ...streets.map(({ publisher, title }) => `${say('Straten', 'Streets')}: ${publisher}, ${title[language]}`),
    say('Hoe ver het is: topdorp reach <gebied> [voorziening]', 'How far it is: topdorp reach <area> [facility]'),
  ]
}

const FROM_WORDS: Readonly<Record<PlaceReachAnswer['from'], Words>> = {
  place: { nl: 'Gerekend vanaf het dorp zelf, enkele reis.', en: 'From the village itself, one way.' },
  area: { nl: 'Gemiddelde van wie in deze buurt wonen, enkele reis.', en: 'Mean of those who live in this buurt, one way.' },
  inhabitants: { nl: 'Gemiddelde van alle inwoners, enkele reis. De naam is van wat voor het grootste deel van hen het dichtstbij is.', en: 'Mean of all inhabitants, one way. The name is of what is the nearest for the largest part of them.' },
  largerArea: { nl: 'De plek is niet bekend. Gerekend vanaf een punt in een groter gebied.', en: 'The place is not known. From a point in a larger area.' },
  nowhere: { nl: 'De plek van dit gebied is niet bekend.', en: 'The place of this area is not known.' },
}

/** The nearest of every type, by every way of travelling. */
export async function describePlaceReach(statistics: Statistics, { id, name, from, facilities }: PlaceReachAnswer, language: Language): Promise<string[]> {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const { facilityTypes } = await listFacilityTypes(statistics)
  const lacking = facilityTypes.filter(({ missing }) => missing !== undefined).map((type) => type.name[language].toLowerCase())
  const rows = facilities.flatMap((facility) => {
    const own = facility.nearest.map((way) => [
      facility.name[language], MODE_NAMES[way.mode][language], formatNumber(way.minutes, language, 1),
      `${way.name}${way.forPercent === undefined ? '' : say(` (voor ${formatNumber(way.forPercent, language, 0)}%)`, ` (for ${formatNumber(way.forPercent, language, 0)}%)`)}`, NETWORK_WORDS[way.network][language],
    ])
    return own.length > 0 ? own : [[facility.name[language], '–', say('niet bekend', 'not known'), '', '']]
  })
  return [
    `${nameArea(id, name, language)} (${id})`,
    ...tellFictional(statistics, language),
    FROM_WORDS[from][language],
    ...layOut([['', '', say('minuten', 'minutes'), say('dichtstbijzijnde', 'nearest'), say('weg over', 'way over')], ...rows], [2]),
    ...(lacking.length > 0 ? [say(`Niet in het ingelezen pakket: ${lacking.join(', ')}.`, `Not in the imported package: ${lacking.join(', ')}.`)] : []),
    say('Een schatting, om te vergelijken; niet voor één adres.', 'An estimate, to compare with; not for a single address.'),
    ...describeFacilityYears(statistics, facilities.map(({ facilityType }) => facilityType)).map((words) => words[language]),
  ]
}

interface ReachOfAreas {
  readonly whole: Area
  /** The same question about the whole: one row. */
  readonly together: ReachAnswer | ReachScenarioAnswer
  readonly answer: ReachAnswer | ReachScenarioAnswer
  readonly areas: Pick<AreaListAnswer, 'codes' | 'names' | 'municipalities'>
}

/** Of the whole everything that a file says of it, then the areas, the furthest first, and what to mind. */
export async function describeReach(statistics: Statistics, { whole, together, answer, areas }: ReachOfAreas, language: Language): Promise<string[]> {
  const { title, columns, rows, about } = await makeReachTable(statistics, together, language, { within: whole.code, mostNames: MOST_NAMES })
  const write = (cell: unknown, key: string) => (typeof cell === 'number' ? formatNumber(cell, language, key.startsWith('minutes') ? 1 : undefined) : '–')
  const figures = columns.flatMap(({ kind, key, title: label }, at) => (kind === 'number' && key !== 'facilityYear' ? [[label, write(rows[0]?.[at], key)]] : []))
  return [
    `${title}: ${nameArea(whole.code, whole.name, language)} (${whole.code})`,
    ...tellFictional(statistics, language),
    ...layOut(figures, [1]),
    ...(areas.codes.length > 1 ? ['', ...describeAreas(answer, areas, language)] : []),
    '',
    ...about.filter(([label]) => !figures.some(([own]) => own === label)).map(([label, text]) => `${label}: ${text}`),
  ]
}

function describeAreas(answer: ReachAnswer | ReachScenarioAnswer, { codes, names, municipalities }: ReachOfAreas['areas'], language: Language): string[] {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const show = (value: number | null | undefined, decimals = 0) => (value === null || value === undefined ? '–' : formatNumber(value, language, decimals))
  const base = 'scenario' in answer ? answer.base : undefined
  const hasMunicipality = new Set(municipalities).size > 1
  const header = [
    say('code', 'code'), say('naam', 'name'), ...(hasMunicipality ? [say('gemeente', 'municipality')] : []), say('minuten', 'minutes'), ...(base ? [say('zonder', 'without'), say('verschil', 'difference')] : []),
    say('inwoners', 'inhabitants'), say('te ver', 'too far'), ...(base ? [say('zonder', 'without')] : []), say('geen tijd', 'no time'),
  ]
  const furthest = codes.map((_, at) => at).toSorted((a, b) => (answer.minutes[b] ?? -1) - (answer.minutes[a] ?? -1))
  const row = (at: number) => {
    const [minutes, before] = [answer.minutes[at] ?? null, base?.minutes[at] ?? null]
    return [
      codes[at]!, nameArea(codes[at]!, names[at] ?? '', language), ...(hasMunicipality ? [municipalities[at] ?? ''] : []), show(minutes, 1), ...(base ? [show(before, 1), minutes === null || before === null ? '–' : writeDifference(minutes - before, language)] : []),
      show(answer.inhabitants[at]), show(answer.beyondNorm.all[at]), ...(base ? [show(base.beyondNorm.all[at])] : []), show(answer.timeUnknown[at]),
    ]
  }
  const others = codes.length - MOST_AREAS
  const firstNumber = hasMunicipality ? 3 : 2
  return [
    ...layOut([header, ...furthest.slice(0, MOST_AREAS).map(row)], header.map((_, at) => at).filter((at) => at >= firstNumber)),
    ...(others > 0 ? [say(`  en nog ${formatNumber(others, language)}, dichterbij of zonder tijd (--csv, --json en --geojson hebben ze alle)`, `  and ${formatNumber(others, language)} more, nearer or without a time (--csv, --json and --geojson have them all)`)] : []),
  ]
}

const writeDifference = (minutes: number, language: Language): string => `${minutes >= 0.05 ? '+' : ''}${formatNumber(Math.round(10 * minutes) / 10 + 0, language, 1)}`

const tellFictional = ({ fictional }: Statistics, language: Language): string[] => (fictional ? [language === 'nl' ? 'LET OP: deze cijfers zijn verzonnen.' : 'MIND: these figures are made up.'] : [])
