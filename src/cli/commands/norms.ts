/** `topdorp norms`: for whom norms for facilities are not met, and which facilities are too small. */
import type { AreaCode } from '#domain/area.ts'
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import { FACILITY_WORDS } from '#domain/facility.ts'
import { readNormSet, type NormSetDocument } from '#domain/norm-set.ts'
import { NORM_SETS, writeNormSet } from '#steps/explore/norms/built-in-norm-sets.ts'
import { makeNormTable } from '#steps/explore/norms/export-norms.ts'
import { describeFacilityYears } from '#steps/explore/reach/facility-years.ts'
import { MODE_NAMES } from '#steps/explore/reach/travel-modes.ts'
import { runNorms } from '#steps/explore/norms/run-norms.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { findPlace } from '#steps/see/families.ts'
import { SeeError } from '#steps/see/problems.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { suggest } from '#cli/closest.ts'
import { findLevel, findYear, LEVEL_OPTION } from '#cli/choose.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { getPlaceId } from '#cli/find-place.ts'
import { openFigures } from '#cli/open-figures.ts'
import { readJsonFile } from '#cli/read-json-file.ts'
import { findScenario, refuse, SCENARIO_OPTION } from '#cli/scenario-file.ts'
import { formatNumber, layOut } from '#cli/words.ts'

/** Villages and small facilities that are shown; a file or --json has all. */
const [MOST_VILLAGES, MOST_SMALL] = [25, 15]

type Villages = NonNullable<NormRunAnswer['villages']>

export const normsCommand: Command = {
  name: 'norms',
  summary: { nl: 'houdt normen voor voorzieningen tegen een gebied', en: 'holds norms for facilities against an area' },
  positionals: ['[set|file.json]'],
  options: {
    within: { type: 'string', value: 'area', help: { nl: 'alleen in dit gebied; dan ook per dorp', en: 'only in this area; then by village too' } },
    level: LEVEL_OPTION,
    year: { type: 'string', value: 'n', help: { nl: 'met wie er op 1 januari van dit jaar wonen, naast nu', en: 'with who lives there on 1 January of this year, beside now' } },
    scenario: SCENARIO_OPTION,
    csv: { type: 'boolean', help: { nl: 'als CSV (RFC 4180)', en: 'as CSV (RFC 4180)' } },
  },
  examples: ['topdorp norms', 'topdorp norms landelijk --within PV22', 'topdorp norms landelijk --within GM1680 --year 2040 --scenario plan.json', 'topdorp norms normen.json --within GM1680 --csv > normen.csv'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const { flags, json, language, terminal } = input
  if (json && flags['csv'] === true) throw misuse('Kies --json of --csv, niet allebei.', 'Choose --json or --csv, not both.')
  const [typed] = input.positionals
  if (typed === undefined) {
    if (json) terminal.print(JSON.stringify({ normSets: NORM_SETS }, null, 1))
    else for (const line of layOut(NORM_SETS.map(({ id, name, description }) => [id, `${name[language]}. ${description[language]}`]), [], '')) terminal.print(line)
    return EXIT.ok
  }
  const set = await readSet(typed, language)
  const year = findYear(input)
  const statistics = await openFigures(input)
  const scenario = await findScenario(statistics, input)
  const within = typeof flags['within'] === 'string' ? findNormArea(statistics, getPlaceId(statistics, flags['within']), input) : undefined
  const level = findLevel(input) ?? (within?.startsWith('GM') ? 'neighbourhood' : 'municipality')
  try {
    const answer = await runNorms(statistics, { set, level, ...(within !== undefined && { within }), ...(year !== undefined && { year }), ...(scenario && { scenario }) })
    if (flags['csv'] === true) terminal.print(writeCsv(await makeNormTable(statistics, answer, language), RFC_4180).trimEnd())
    else if (json) terminal.print(JSON.stringify(answer, null, 1))
    else for (const line of [...describe(answer, language), ...describeFacilityYears(statistics, set.norms.map(({ facilityType }) => facilityType)).map((words) => words[language])]) terminal.print(line)
  } catch (error) {
    throw explain(error)
  }
  return EXIT.ok
}

/** Norms are about an area; of a village that is its municipality, which is said. */
function findNormArea(statistics: Statistics, id: string, { terminal, language }: CommandInput): AreaCode {
  const village = findPlace(statistics, id)
  if (village === undefined) return id
  const { name, municipality } = village
  const whole = `${statistics.findArea(municipality)?.name ?? ''} (${municipality})`.trim()
  terminal.warn(language === 'nl' ? `${name} is een dorp of stad. De normen gaan over zijn hele gemeente: ${whole}.` : `${name} is a village or town. The norms are held against its whole municipality: ${whole}.`)
  return municipality
}

async function readSet(typed: string, language: Language): Promise<NormSetDocument> {
  if (/\.json$/i.test(typed)) {
    const read = readNormSet(await readJsonFile(typed))
    if ('document' in read) return read.document
    const join = (own: Language) => [`${typed}:`, ...read.faults.map(({ message }) => `  ${message[own]}`)].join('\n')
    throw new CommandError({ nl: join('nl'), en: join('en') })
  }
  const known = NORM_SETS.find(({ id }) => id === typed)
  if (known !== undefined) return writeNormSet(known, language)
  const { nl, en } = suggest(typed, NORM_SETS.map(({ id }) => id))
  throw misuse(`Er zijn geen normen "${typed}".${nl} Alle: topdorp norms. Een bestand eindigt op .json.`, `There are no norms "${typed}".${en} All: topdorp norms. A file ends in .json.`)
}

function explain(error: unknown): unknown {
  if (error instanceof ProjectionError && error.faults.length === 0) return new CommandError({ nl: `Met deze cijfers kan geen prognose. Deze tabellen ontbreken in het datapakket: ${error.subject}.`, en: `These figures give no projection. The data package lacks these tables: ${error.subject}.` })
  if (error instanceof SeeError && error.problem === 'noSuchYear') return new CommandError({ nl: `Voor ${error.subject} is er geen prognose. Kies een eerder of later jaar.`, en: `There is no projection for ${error.subject}. Choose an earlier or later year.` })
  return error instanceof SeeError || error instanceof ProjectionError ? refuse(error) : error
}

type Say = (nl: string, en: string) => string
type Show = (value: number | null | undefined) => string

function describe(answer: NormRunAnswer, language: Language): string[] {
  const { name, scenario, lines, peopleFrom, peopleYear, villages, tooSmall, placeUnknown, remarks } = answer
  const say: Say = (nl, en) => (language === 'nl' ? nl : en)
  const show: Show = (value) => (value === undefined || value === null ? '–' : formatNumber(value, language))
  return [
    [name, ...(peopleFrom === 'counted' ? [] : [peopleYear]), ...(scenario ? [`scenario ${scenario.name}`] : [])].join(', '),
    ...describeLines(answer, language, say, show),
    ...(villages ? describeVillages(answer, villages, language, say, show) : []),
    ...tooSmall.slice(0, MOST_SMALL).map(({ name: own, size, sizeNow, municipality }) => `  ${say('te klein', 'too small')}: ${own}, ${municipality?.name ?? '–'}: ${show(size)}${sizeNow === undefined ? '' : say(` (nu ${show(sizeNow)})`, ` (now ${show(sizeNow)})`)}`),
    ...(tooSmall.length > MOST_SMALL ? [say(`  en nog ${tooSmall.length - MOST_SMALL} (--json of --csv heeft ze alle)`, `  and ${tooSmall.length - MOST_SMALL} more (--json or --csv has them all)`)] : []),
    ...(placeUnknown > 0 ? [say(`Van ${show(placeUnknown)} inwoners kennen we de plek niet; zij tellen niet mee.`, `The place of ${show(placeUnknown)} inhabitants is not known; they do not count.`)] : []),
    ...lines.flatMap(({ facilityType, timeUnknown = 0 }) => (timeUnknown > 0 ? [say(`${FACILITY_WORDS[facilityType].name.nl}: van ${show(timeUnknown)} inwoners is geen reistijd bekend; zij tellen niet mee.`, `${FACILITY_WORDS[facilityType].name.en}: of ${show(timeUnknown)} inhabitants no travel time is known; they do not count.`)] : [])),
    ...remarks.map((remark) => remark[language]),
  ]
}

const nameNorm = ({ facilityType, mode, mostMinutes, leastSize }: NormRunAnswer['lines'][number], language: Language, show: Show): string =>
  [FACILITY_WORDS[facilityType].name[language], ...(mostMinutes === undefined ? [] : [`≤ ${show(mostMinutes)} min ${MODE_NAMES[mode][language]}`]), ...(leastSize === undefined ? [] : [`≥ ${show(leastSize)}`])].join(' ')

function describeLines({ lines }: NormRunAnswer, language: Language, say: Say, show: Show): string[] {
  const sides = [...(lines.some(({ base }) => base) ? [['base', say('zonder', 'without')] as const] : []), ...(lines.some(({ now }) => now) ? [['now', say('nu', 'now')] as const] : [])]
  const header = ['', say('te ver', 'too far'), ...sides.map(([, text]) => text), say('tot 15', 'under 15'), '65+', say('zonder auto', 'no car'), say('te klein', 'too small'), ...sides.map(([, text]) => text)]
  const rows = lines.map((line) => [
    nameNorm(line, language, show), line.missing ? say('niet ingelezen', 'not imported') : show(line.beyond?.all), ...sides.map(([side]) => show(line[side]?.beyond?.all)), show(line.beyond?.age0to14), show(line.beyond?.age65Plus), show(line.withoutCar?.beyond),
    line.tooSmall === undefined ? '–' : `${show(line.tooSmall)} / ${show(line.facilityCount)}`, ...sides.map(([side]) => show(line[side]?.tooSmall)),
  ])
  return layOut([header, ...rows], header.map((_, at) => at).filter((at) => at > 0))
}

/** Villages that do not meet a time, those that do without the scenario or now first. */
function describeVillages({ lines }: NormRunAnswer, villages: Villages, language: Language, say: Say, show: Show): string[] {
  const failing = villages.flatMap((village) => village.meets.flatMap((own, line) => (own === false ? [{ village, line, isNew: (village.base ?? village.now)?.meets[line] === true }] : [])))
  const unknown = villages.filter(({ minutes, meets }) => !meets.includes(false) && lines.some(({ mostMinutes, missing }, at) => mostMinutes !== undefined && !missing && minutes[at] === null))
  const good = villages.length - unknown.length - new Set(failing.map(({ village }) => village)).size
  const before = villages.some(({ base }) => base) ? say('zonder', 'without') : say('nu', 'now')
  const hasBefore = villages.some(({ base, now }) => base ?? now)
  const minutes = (own: number | null | undefined) => (own === null || own === undefined ? say('niet bekend', 'not known') : formatNumber(own, language, 1))
  const header = [say('dorp', 'village'), say('norm', 'norm'), say('minuten', 'minutes'), ...(hasBefore ? [before] : []), say('te ver', 'too far'), say('tot 15', 'under 15')]
  const rows = failing.toSorted((a, b) => Number(b.isNew) - Number(a.isNew)).slice(0, MOST_VILLAGES).map(({ village, line }) => [
    village.name, nameNorm(lines[line]!, language, show), minutes(village.minutes[line]), ...(hasBefore ? [minutes((village.base ?? village.now)?.minutes[line])] : []), show(village.people?.beyond[line]?.all), show(village.people?.beyond[line]?.age0to14),
  ])
  return [
    say(`${good} van ${villages.length} dorpen voldoen aan elke tijd.`, `${good} of ${villages.length} villages meet every time.`),
    ...(rows.length > 0 ? layOut([header, ...rows], header.map((_, at) => at).filter((at) => at > 1)) : []),
    ...(unknown.length > 0 ? [say(`Geen reistijd bekend: ${unknown.map((own) => own.name).join(', ')}`, `No travel time known: ${unknown.map((own) => own.name).join(', ')}`)] : []),
    ...(failing.length > MOST_VILLAGES ? [say(`  en nog ${failing.length - MOST_VILLAGES} (--json of --csv heeft ze alle)`, `  and ${failing.length - MOST_VILLAGES} more (--json or --csv has them all)`)] : []),
  ]
}
