/** `topdorp norms`: for whom norms for facilities are not met, and which facilities are too small. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import { FACILITY_WORDS } from '#domain/facility.ts'
import { readNormSet, type NormSetDocument } from '#domain/norm-set.ts'
import { NORM_SETS, writeNormSet } from '#steps/explore/norms/built-in-norm-sets.ts'
import { makeNormTable, MODE_WORDS } from '#steps/explore/norms/export-norms.ts'
import { runNorms } from '#steps/explore/norms/run-norms.ts'
import { RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { SeeError } from '#steps/see/problems.ts'
import { suggest } from '#cli/closest.ts'
import { findLevel, LEVEL_OPTION } from '#cli/choose.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { getPlaceId } from '#cli/find-place.ts'
import { openFigures } from '#cli/open-figures.ts'
import { readJsonFile } from '#cli/read-json-file.ts'
import { readScenarioFile, refuse } from '#cli/scenario-file.ts'
import { formatNumber, layOut } from '#cli/words.ts'

/** Small facilities that are shown; a file or --json has all. */
const MOST_SMALL = 15

export const normsCommand: Command = {
  name: 'norms',
  summary: { nl: 'houdt normen voor voorzieningen tegen een gebied', en: 'holds norms for facilities against an area' },
  positionals: ['[set|file.json]'],
  options: {
    within: { type: 'string', value: 'area', help: { nl: 'alleen in dit gebied; dan ook per dorp', en: 'only in this area; then by village too' } },
    level: LEVEL_OPTION,
    scenario: { type: 'string', value: 'file', help: { nl: 'JSON-bestand met een scenario', en: 'JSON file with a scenario' } },
    csv: { type: 'boolean', help: { nl: 'als CSV (RFC 4180)', en: 'as CSV (RFC 4180)' } },
  },
  examples: ['topdorp norms', 'topdorp norms landelijk --within PV22', 'topdorp norms normen.json --within GM1680 --scenario plan.json --csv > normen.csv'],
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
  const scenario = typeof flags['scenario'] === 'string' ? await readScenarioFile(flags['scenario']) : undefined
  const statistics = await openFigures(input)
  const within = typeof flags['within'] === 'string' ? getPlaceId(statistics, flags['within']) : undefined
  const level = findLevel(input) ?? (within?.startsWith('GM') ? 'neighbourhood' : 'municipality')
  try {
    const answer = await runNorms(statistics, { set, level, ...(within !== undefined && { within }), ...(scenario && { scenario }) })
    if (flags['csv'] === true) terminal.print(writeCsv(makeNormTable(statistics, answer, language), RFC_4180).trimEnd())
    else if (json) terminal.print(JSON.stringify(answer, null, 1))
    else for (const line of describe(answer, language)) terminal.print(line)
  } catch (error) {
    throw error instanceof SeeError ? refuse(error) : error
  }
  return EXIT.ok
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

function describe({ name, lines, villages, tooSmall, placeUnknown, remarks }: NormRunAnswer, language: Language): string[] {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const show = (value: number | null | undefined) => (value === undefined || value === null ? '–' : formatNumber(value, language))
  const hasBase = lines.some(({ base }) => base !== undefined)
  const header = ['', '', say('minuten', 'minutes'), say('te ver', 'too far'), ...(hasBase ? [say('zonder', 'without')] : []), say('tot 15', 'under 15'), '65+', say('omvang', 'size'), say('te klein', 'too small')]
  const rows = lines.map(({ facilityType, mode, mostMinutes, leastSize, beyond, base, tooSmall: small, facilityCount, missing }) => [
    FACILITY_WORDS[facilityType].name[language], mostMinutes === undefined ? '' : MODE_WORDS[mode][language], show(mostMinutes),
    missing ? say('niet ingelezen', 'not imported') : show(beyond?.all), ...(hasBase ? [show(base?.beyond?.all)] : []), show(beyond?.age0to14), show(beyond?.age65Plus),
    show(leastSize), small === undefined ? '–' : `${show(small)} / ${show(facilityCount)}`,
  ])
  const timed = lines.flatMap(({ mostMinutes, missing }, at) => (mostMinutes === undefined || missing ? [] : [at]))
  const unknown = (villages ?? []).filter(({ minutes, meets }) => !meets.includes(false) && timed.some((at) => minutes[at] === null))
  const failing = (villages ?? []).filter(({ meets }) => meets.includes(false)).map((village) => `${village.name} (${village.meets.filter((own) => own === false).length})`)
  return [
    name,
    ...layOut([header, ...rows], header.map((_, at) => at).filter((at) => at > 1)),
    ...(villages ? [say(`${villages.length - failing.length - unknown.length} van ${villages.length} dorpen voldoen aan elke tijd. De andere, met hoeveel niet: ${failing.join(', ') || '–'}`, `${villages.length - failing.length - unknown.length} of ${villages.length} villages meet every time. The others, with how many not: ${failing.join(', ') || '–'}`)] : []),
    ...(unknown.length > 0 ? [say(`Geen reistijd bekend: ${unknown.map((own) => own.name).join(', ')}`, `No travel time known: ${unknown.map((own) => own.name).join(', ')}`)] : []),
    ...tooSmall.slice(0, MOST_SMALL).map(({ name: own, size, municipality }) => `  ${say('te klein', 'too small')}: ${own}, ${municipality?.name ?? '–'}: ${show(size)}`),
    ...(tooSmall.length > MOST_SMALL ? [say(`  en nog ${tooSmall.length - MOST_SMALL} (--json of --csv heeft ze alle)`, `  and ${tooSmall.length - MOST_SMALL} more (--json or --csv has them all)`)] : []),
    ...(placeUnknown > 0 ? [say(`Van ${show(placeUnknown)} inwoners kennen we de plek niet; zij tellen niet mee.`, `The place of ${show(placeUnknown)} inhabitants is not known; they do not count.`)] : []),
    ...lines.flatMap(({ facilityType, timeUnknown = 0 }) => (timeUnknown > 0 ? [say(`${FACILITY_WORDS[facilityType].name.nl}: van ${show(timeUnknown)} inwoners is geen reistijd bekend; zij tellen niet mee.`, `${FACILITY_WORDS[facilityType].name.en}: of ${show(timeUnknown)} inhabitants no travel time is known; they do not count.`)] : [])),
    ...remarks.map((remark) => remark[language]),
  ]
}
