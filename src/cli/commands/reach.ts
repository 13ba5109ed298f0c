/** `topdorp reach`: how many minutes it is to a facility, and for whom that is too far. */
import { COUNTRY_CODE, type Area, type AreaLevel } from '#domain/area.ts'
import { FACILITY_TYPES, FACILITY_WORDS, type FacilityType } from '#domain/facility.ts'
import { USUAL_MODE } from '#domain/norm-faults.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { makeReachFeatures, makeReachTable } from '#steps/explore/reach/export-reach.ts'
import { listFacilityTypes } from '#steps/explore/reach/facility-types.ts'
import { getPlaceReach } from '#steps/explore/reach/place-reach.ts'
import { getReachColumn, type ReachQuestion } from '#steps/explore/reach/reach-column.ts'
import { MODE_NAMES, TRAVEL_MODES } from '#steps/explore/reach/travel-modes.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { listAreaNames } from '#steps/see/catalogue.ts'
import { RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { SeeError } from '#steps/see/problems.ts'
import { getSubject } from '#steps/see/subject.ts'
import { writeGeoJson } from '#steps/see/write-geojson.ts'
import { findLevel, findYear, LEVEL_OPTION } from '#cli/choose.ts'
import { suggest } from '#cli/closest.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode } from '#cli/command.ts'
import { describeFacilityTypes, describePlaceReach, describeReach } from '#cli/describe-reach.ts'
import { getPlaceId } from '#cli/find-place.ts'
import { openFigures } from '#cli/open-figures.ts'
import { findScenario, refuse, SCENARIO_OPTION } from '#cli/scenario-file.ts'

const [USUAL_NORM, LONGEST_NORM] = [15, 600]
const RANKS: readonly number[] = [1, 2, 3]
const FORMS = ['json', 'csv', 'geojson'] as const
/** What is listed of an area where --level does not say. */
const LEVEL_WITHIN: Readonly<Record<AreaLevel, AreaLevel>> = { country: 'province', landsdeel: 'province', province: 'municipality', corop: 'municipality', municipality: 'neighbourhood', district: 'neighbourhood', neighbourhood: 'neighbourhood' }
const TYPE_NAMES = { nl: FACILITY_TYPES.map((type) => FACILITY_WORDS[type].name.nl.toLowerCase().split(' of ')[0]).join(', '), en: FACILITY_TYPES.join(', ') }
/** Flags that need one type of facility. */
const ABOUT_ONE_TYPE = ['mode', 'level', 'norm', 'rank', 'year', 'scenario', 'csv', 'geojson'] as const

export const reachCommand: Command = {
  name: 'reach',
  summary: { nl: 'laat zien hoe ver een voorziening is, en voor wie te ver', en: 'shows how far a facility is, and for whom too far' },
  positionals: ['[area]', '[facility]'],
  options: {
    mode: { type: 'string', value: 'mode', help: { nl: 'car, bicycle of foot (auto, fiets, lopend); anders car', en: 'car, bicycle or foot; car otherwise' } },
    norm: { type: 'string', value: 'minutes', help: { nl: `verder dan zoveel minuten is te ver (anders ${USUAL_NORM})`, en: `further than so many minutes is too far (${USUAL_NORM} otherwise)` } },
    rank: { type: 'string', value: 'n', help: { nl: '1, 2 of 3: naar de dichtstbijzijnde, of de tweede of derde', en: '1, 2 or 3: to the nearest, or the second or third' } },
    level: LEVEL_OPTION,
    year: { type: 'string', value: 'n', help: { nl: 'met wie er op 1 januari van dit jaar wonen, met een model; anders zoals geteld', en: 'with who lives there on 1 January of this year, by a model; as counted otherwise' } },
    scenario: SCENARIO_OPTION,
    csv: { type: 'boolean', help: { nl: 'een regel per gebied, als CSV (RFC 4180)', en: 'a line for every area, as CSV (RFC 4180)' } },
    geojson: { type: 'boolean', help: { nl: 'de gebieden met hun vorm, als GeoJSON', en: 'the areas with their shape, as GeoJSON' } },
  },
  examples: [
    'topdorp reach',
    'topdorp reach Annen',
    'topdorp reach Drenthe ziekenhuis --norm 30',
    'topdorp reach GM1680 basisschool --mode fiets --rank 2 --year 2040',
    'topdorp reach GM1680 basisschool --scenario plan.json --csv > bereik.csv',
    'topdorp reach NL00 treinstation --level buurt --geojson > stations.geojson',
  ],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const { flags, positionals } = input
  if (FORMS.filter((form) => flags[form] === true).length > 1) throw misuse('Kies een van --json, --csv en --geojson.', 'Choose one of --json, --csv and --geojson.')
  const facilityType = positionals.map(findFacilityType).find((own) => own !== undefined)
  const [place, unknown] = positionals.filter((word) => findFacilityType(word) === undefined)
  if (unknown !== undefined) throw refuseType(unknown)
  const asked = facilityType === undefined ? undefined : { facilityType, ...readOptions(input) }
  const flag = ABOUT_ONE_TYPE.find((own) => flags[own] !== undefined)
  if (asked === undefined && flag !== undefined) throw misuse(`Zeg bij --${flag} ook welke voorziening: ${TYPE_NAMES.nl}.`, `With --${flag}, say which facility too: ${TYPE_NAMES.en}.`)
  const statistics = await openFigures(input)
  try {
    if (asked) await tellColumn(statistics, place, asked, input)
    else if (place === undefined) await tellTypes(statistics, input)
    else await tellPlace(statistics, place, input)
  } catch (error) {
    throw error instanceof SeeError || error instanceof ProjectionError ? refuse(error) : error
  }
  return EXIT.ok
}

async function tellTypes(statistics: Statistics, { json, language, terminal }: CommandInput): Promise<void> {
  const answer = await listFacilityTypes(statistics)
  if (json) terminal.print(JSON.stringify(answer, null, 1))
  else for (const line of describeFacilityTypes(answer, language)) terminal.print(line)
}

/** The nearest of every type, by every way of travelling. */
async function tellPlace(statistics: Statistics, typed: string, { json, language, terminal }: CommandInput): Promise<void> {
  const answer = await getPlaceReach(statistics, getPlaceId(statistics, typed))
  if (json) terminal.print(JSON.stringify(answer, null, 1))
  else for (const line of await describePlaceReach(statistics, answer, language)) terminal.print(line)
}

/** One type for all areas of a level, and for the whole that they lie in. */
async function tellColumn(statistics: Statistics, typed: string | undefined, asked: Omit<ReachQuestion, 'level'>, input: CommandInput): Promise<void> {
  const { flags, json, language, terminal } = input
  const scenario = await findScenario(statistics, input)
  const whole = getWhole(statistics, typed, input)
  const level = findLevel(input) ?? LEVEL_WITHIN[whole.level]
  const question = { ...asked, level, ...(whole.code !== COUNTRY_CODE && { within: whole.code }) }
  const compute = (own: ReachQuestion) => (scenario ? getReachUnderScenario(statistics, own, scenario) : getReachColumn(statistics, own))
  const answer = await compute(question)
  const { codes, names, municipalities } = listAreaNames(statistics, level, answer.year, question.within)
  if (codes.length === 0) throw new CommandError({ nl: `In ${whole.name} (${whole.code}) ligt in ${answer.year} niets van dit niveau.`, en: `Nothing of this level lies in ${whole.name} (${whole.code}) in ${answer.year}.` })
  if (json) return terminal.print(JSON.stringify({ codes, names, municipalities, ...answer }, null, 1))
  if (flags['csv'] === true || flags['geojson'] === true) {
    const table = await makeReachTable(statistics, answer, language, { within: question.within })
    return terminal.print(flags['csv'] === true ? writeCsv(table, RFC_4180).trimEnd() : writeGeoJson(makeReachFeatures(statistics, answer, table).collection))
  }
  const together = await compute({ ...question, level: whole.level })
  for (const line of await describeReach(statistics, { whole, together, answer, areas: { codes, names, municipalities } }, language)) terminal.print(line)
}

/** The area asked about; of a village that is the area it lies in, which is said. Throws CommandError. */
function getWhole(statistics: Statistics, typed: string | undefined, { language, terminal }: CommandInput): Area {
  const { kind, name, areas: [area] } = getSubject(statistics, typed === undefined ? COUNTRY_CODE : getPlaceId(statistics, typed))
  if (area === undefined || !area.years.includes(statistics.referenceYear)) throw new SeeError('areaIsNoMore', area?.code ?? name)
  if (kind === 'village') {
    const around = `${area.name} (${area.code})`
    const municipality = area.parents.municipality === undefined ? undefined : statistics.findArea(area.parents.municipality)
    const wider = (dutch: boolean) => (municipality === undefined ? '' : dutch ? ` De hele gemeente ${municipality.name}: ${municipality.code}.` : ` The whole municipality of ${municipality.name}: ${municipality.code}.`)
    terminal.warn(language === 'nl' ? `${name} is een dorp of stad. Dit gaat over iedereen in ${around}, waarin het ligt.${wider(true)}` : `${name} is a village or town. This is about everybody in ${around}, which it lies in.${wider(false)}`)
  }
  return area
}

/** Everything but place and type. Throws CommandError (misuse). */
function readOptions(input: CommandInput): Pick<ReachQuestion, 'mode' | 'normMinutes' | 'rank' | 'year'> {
  const year = findYear(input)
  const { mode: typed = USUAL_MODE, norm = USUAL_NORM, rank = 1 } = input.flags
  const mode = TRAVEL_MODES.find(({ id }) => [id, MODE_NAMES[id].nl].includes(String(typed)))?.id
  if (mode === undefined) throw misuse(`--mode is car, bicycle of foot (auto, fiets of lopend), niet "${String(typed)}".`, `--mode is car, bicycle or foot, not "${String(typed)}".`)
  const normMinutes = Number(norm)
  if (norm === '' || !(normMinutes >= 0 && normMinutes <= LONGEST_NORM)) throw misuse(`--norm is een aantal minuten van 0 tot en met ${LONGEST_NORM}, niet "${String(norm)}".`, `--norm is minutes from 0 to ${LONGEST_NORM}, not "${String(norm)}".`)
  if (!RANKS.includes(Number(rank))) throw misuse(`--rank is ${RANKS.join(', ')}, niet "${String(rank)}".`, `--rank is ${RANKS.join(', ')}, not "${String(rank)}".`)
  return { mode, normMinutes, rank: Number(rank), ...(year !== undefined && { year }) }
}

/** The type that a word names: its identifier, its name in either language, or a part of that. */
function findFacilityType(typed: string): FacilityType | undefined {
  const word = typed.toLowerCase().replaceAll('-', ' ')
  return FACILITY_TYPES.find((type) => [type.toLowerCase(), ...listTypeNames(type)].includes(word))
}

const listTypeNames = (type: FacilityType): string[] => Object.values(FACILITY_WORDS[type].name).flatMap((name) => name.toLowerCase().split(' of '))

function refuseType(typed: string): CommandError {
  const { nl, en } = suggest(typed, FACILITY_TYPES.flatMap((type) => [type, ...listTypeNames(type)]))
  return misuse(`Er is geen voorziening "${typed}".${nl} Kies uit: ${TYPE_NAMES.nl}.`, `There is no facility "${typed}".${en} Choose from: ${TYPE_NAMES.en}.`)
}
