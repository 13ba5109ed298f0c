/** Norms held against an area, as a table for a file. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import { nameArea } from '#domain/area-names.ts'
import { COUNTRY_CODE } from '#domain/area.ts'
import { FACILITY_WORDS } from '#domain/facility.ts'
import { describeFacilityYears, findFacilityYear } from '#steps/explore/reach/facility-years.ts'
import { listReachSources } from '#steps/explore/reach/reach-sources.ts'
import { MODE_NAMES } from '#steps/explore/reach/travel-modes.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { aboutSource, aboutStatistics, describeSource, provenanceColumns, say, toFileName, type ExportCell, type ExportColumn, type ExportTable, type Language } from '#steps/see/export-table.ts'

/** One row a norm for the whole; then one a norm and area, village, and facility that is too small. */
export async function makeNormTable(statistics: Statistics, answer: NormRunAnswer, language: Language): Promise<ExportTable> {
  const source = describeSource(await listReachSources(statistics, { facilityTypes: answer.lines.map(({ facilityType }) => facilityType), modes: answer.lines.flatMap(({ mode, mostMinutes }) => (mostMinutes === undefined ? [] : [mode])), peopleFrom: answer.peopleFrom }), language)
  const within = (code: string) => nameArea(code, statistics.findArea(code)?.name ?? code, language)
  const title = `${say(language, 'Normen', 'Norms')} ${answer.name}${answer.within ? `, ${within(answer.within)}` : ''}${answer.peopleFrom === 'projected' ? `, ${answer.peopleYear}` : ''}${answer.scenario ? `, scenario ${answer.scenario.name}` : ''}`
  const describe = ({ facilityType, mode, mostMinutes, leastSize }: NormRunAnswer['lines'][number]) => [FACILITY_WORDS[facilityType].name[language], mostMinutes === undefined ? null : MODE_NAMES[mode][language], mostMinutes ?? null, leastSize ?? null, findFacilityYear(statistics, facilityType) ?? null]
  const whole = answer.within === undefined ? nameArea(COUNTRY_CODE, 'Nederland', language) : within(answer.within)
  const columns = listColumns(answer, language)
  const row = (kind: string, code: string | null, name: string, line: number, figures: NormFigures): ExportCell[] => [kind, code, name, ...describe(answer.lines[line]!), ...columns.map(({ key }) => figures[key] ?? null), source.text, source.retrieved, source.licence]
  return {
    title,
    fileName: `topdorp-${toFileName(title)}`,
    language,
    columns: [
      { key: 'kind', title: say(language, 'Rij', 'Row'), kind: 'text', width: 12 },
      { key: 'code', title: 'Code', kind: 'text', width: 14 },
      { key: 'name', title: say(language, 'Naam', 'Name'), kind: 'text', width: 30 },
      { key: 'facility', title: say(language, 'Voorziening', 'Facility'), kind: 'text', width: 24 },
      { key: 'mode', title: say(language, 'Vervoer', 'Mode'), kind: 'text', width: 10 },
      { key: 'mostMinutes', title: say(language, 'Hoogstens minuten', 'Most minutes'), kind: 'number', width: 10 },
      { key: 'leastSize', title: say(language, 'Minimale omvang', 'Least size'), kind: 'number', width: 10 },
      { key: 'facilityYear', title: say(language, 'Jaar van de plekken', 'Year of the locations'), kind: 'number', width: 10 },
      ...columns,
      ...provenanceColumns(language, 'firstRow'),
    ],
    rows: [
      ...answer.lines.map((line, at) => row(say(language, 'geheel', 'whole'), answer.within ?? null, whole, at, readLine(line))),
      ...answer.areas.flatMap(({ code, name, base, now, ...own }) => own.beyond.flatMap((beyond, at) => (beyond === null ? [] : [row(say(language, 'gebied', 'area'), code, name, at, { inhabitants: own.inhabitants, beyond, beyondBase: base?.beyond[at], beyondNow: now?.beyond[at] })]))),
      ...(answer.villages ?? []).flatMap((village) => answer.lines.flatMap(({ mostMinutes, missing }, at) => (mostMinutes === undefined || missing ? [] : [row(say(language, 'dorp', 'village'), village.id, village.name, at, readVillage(village, at))]))),
      ...answer.tooSmall.map(({ line, id, name, size, sizeNow }) => row(say(language, 'te klein', 'too small'), id, name, line, { size, sizeNow })),
    ],
    about: [
      ...(answer.scenario ? [['Scenario', answer.scenario.name] as [string, string]] : []),
      [say(language, 'Mensen', 'People'), `${answer.peopleYear}, ${answer.peopleFrom === 'counted' ? say(language, 'geteld', 'counted') : say(language, 'verwacht, met een model', 'projected, by a model')}`],
      [say(language, 'Let op', 'Please note'), say(language, 'Reistijden zijn schattingen: gemiddeld over de mensen van elke buurt, of vanaf een punt in elk dorp.', 'Travel times are estimates: the mean of the people of every neighbourhood, or from a point in every village.')],
      ...describeFacilityYears(statistics, answer.lines.map(({ facilityType }) => facilityType)).map((words): [string, string] => [say(language, 'Voorzieningen', 'Facilities'), words[language]]),
      ...answer.lines.flatMap(({ facilityType, source }): [string, string][] => (source === undefined ? [] : [[say(language, 'Bron van de norm', 'Source of the norm'), `${FACILITY_WORDS[facilityType].name[language]}: ${source}`]])),
      ...answer.remarks.map((remark): [string, string] => [say(language, 'Opmerking', 'Remark'), remark[language]]),
      ...aboutSource(source, language),
      ...aboutStatistics(statistics, language),
    ],
  }
}

type NormFigures = Readonly<Record<string, number | null | undefined>>
type Village = NonNullable<NormRunAnswer['villages']>[number]

/** Those without the scenario and those of now only where they were asked. */
function listColumns({ lines, peopleFrom }: NormRunAnswer, language: Language): ExportColumn[] {
  const [hasBase, hasNow] = [lines.some(({ base }) => base !== undefined), peopleFrom === 'projected']
  const number = (key: string, nl: string, en: string): ExportColumn => ({ key, title: say(language, nl, en), kind: 'number', width: 12 })
  const sides = (key: string, nl: string, en: string) => [
    number(key, nl, en),
    ...(hasBase ? [number(`${key}Base`, `${nl}, zonder scenario`, `${en}, without the scenario`)] : []),
    ...(hasNow ? [number(`${key}Now`, `${nl}, nu`, `${en}, now`)] : []),
  ]
  return [
    number('inhabitants', 'Inwoners', 'Inhabitants'),
    ...sides('beyond', 'Te ver, inwoners', 'Too far, inhabitants'),
    ...sides('beyond0to14', 'Te ver, tot 15 jaar', 'Too far, under 15'),
    number('beyond15to24', 'Te ver, 15 tot 25 jaar', 'Too far, 15 to 24'),
    number('beyond25to44', 'Te ver, 25 tot 45 jaar', 'Too far, 25 to 44'),
    number('beyond45to64', 'Te ver, 45 tot 65 jaar', 'Too far, 45 to 64'),
    ...sides('beyond65Plus', 'Te ver, 65 jaar of ouder', 'Too far, 65 or over'),
    ...sides('withoutCar', 'Te ver, huishoudens zonder auto (schatting)', 'Too far, households without a car (estimate)'),
    ...sides('tooSmall', 'Aantal te klein', 'Number too small'),
    ...sides('minutes', 'Minuten', 'Minutes'),
    number('size', 'Omvang', 'Size'),
    number('timeUnknown', 'Geen reistijd bekend, inwoners', 'No travel time known, inhabitants'),
    number('justBegun', 'Aantal net begonnen: nog niet te klein of groot genoeg', 'Number just begun: neither too small nor large enough'),
    ...(hasNow ? [number('sizeNow', 'Omvang, nu', 'Size, now')] : []),
  ]
}

function readLine({ inhabitants, beyond, timeUnknown, withoutCar, tooSmall, justBegun, base, now }: NormRunAnswer['lines'][number]): NormFigures {
  return {
    inhabitants, tooSmall, timeUnknown, justBegun,
    beyond: beyond?.all, beyond0to14: beyond?.age0to14, beyond15to24: beyond?.age15to24, beyond25to44: beyond?.age25to44, beyond45to64: beyond?.age45to64, beyond65Plus: beyond?.age65Plus, withoutCar: withoutCar?.beyond,
    beyondBase: base?.beyond?.all, beyond0to14Base: base?.beyond?.age0to14, beyond65PlusBase: base?.beyond?.age65Plus, withoutCarBase: base?.withoutCar?.beyond, tooSmallBase: base?.tooSmall,
    beyondNow: now?.beyond?.all, beyond0to14Now: now?.beyond?.age0to14, beyond65PlusNow: now?.beyond?.age65Plus, withoutCarNow: now?.withoutCar?.beyond, tooSmallNow: now?.tooSmall,
  }
}

function readVillage(village: Village, at: number): NormFigures {
  const read = (side: Pick<Village, 'minutes' | 'people'> | undefined, suffix: string): NormFigures => {
    const beyond = side?.people?.beyond[at]
    return { [`minutes${suffix}`]: side?.minutes[at], [`beyond${suffix}`]: beyond?.all, [`beyond0to14${suffix}`]: beyond?.age0to14, [`beyond65Plus${suffix}`]: beyond?.age65Plus, [`withoutCar${suffix}`]: beyond?.withoutCar }
  }
  return { inhabitants: village.people?.inhabitants, ...read(village, ''), ...read(village.base, 'Base'), ...read(village.now, 'Now') }
}
