/** `topdorp scenario`: what a scenario touches, and what it does in a place. */
import { FACILITY_TYPES, FACILITY_WORDS, type FacilityType } from '#domain/facility.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { projectArea } from '#steps/explore/project.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { describeFacilityYears } from '#steps/explore/reach/facility-years.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { describeEmptyScenario } from '#steps/explore/scenario/unused-parts.ts'
import { describePart, touchScenario } from '#steps/explore/scenario/touch-scenario.ts'
import { SeeError } from '#steps/see/problems.ts'
import { getSubject } from '#steps/see/subject.ts'
import { EXIT, misuse, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { getPlaceId } from '#cli/find-place.ts'
import { openFigures } from '#cli/open-figures.ts'
import { openNamedScenario, refuse } from '#cli/scenario-file.ts'
import { formatNumber, layOut } from '#cli/words.ts'

const MODES = ['car', 'bicycle', 'foot'] as const
const USUAL_NORM = 15
/** Years ahead that are shown. */
const YEARS = [0, 5, 10, 20]

export const scenarioCommand: Command = {
  name: 'scenario',
  summary: { nl: 'kijkt een scenario na, of vergelijkt het met de basis', en: 'checks a scenario, or compares it with the base' },
  positionals: ['<check|apply>', '<file.json|id>', '[area]'],
  options: {
    mode: { type: 'string', value: 'mode', help: { nl: 'car, bicycle of foot (anders bicycle)', en: 'car, bicycle or foot (bicycle otherwise)' } },
    norm: { type: 'string', value: 'minutes', help: { nl: `hoogstens zoveel minuten (anders ${USUAL_NORM})`, en: `at most so many minutes (${USUAL_NORM} otherwise)` } },
  },
  examples: ['topdorp scenario check plan.json', 'topdorp scenario apply plan.json GM1680 --mode bicycle --norm 15'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const [action, path = '', typed] = input.positionals
  if (action !== 'check' && action !== 'apply') throw misuse(`Kies check of apply, niet "${action ?? ''}".`, `Choose check or apply, not "${action ?? ''}".`)
  if (action === 'apply' && typed === undefined) throw misuse('Zeg ook voor welk gebied: topdorp scenario apply file.json GM1680', 'Say for which area too: topdorp scenario apply file.json GM1680')
  const mode = MODES.find((own) => own === (input.flags['mode'] ?? 'bicycle'))
  if (mode === undefined) throw misuse(`--mode moet ${MODES.join(', ')} zijn.`, `--mode must be ${MODES.join(', ')}.`)
  const norm = Number(input.flags['norm'] ?? USUAL_NORM)
  if (!(norm >= 0 && norm <= 600)) throw misuse('--norm moet een aantal minuten van 0 tot en met 600 zijn.', '--norm must be minutes from 0 to 600.')
  const statistics = await openFigures(input)
  const document = await openNamedScenario(statistics, input, path)
  try {
    if (action === 'check') await check(statistics, document, input)
    else await apply(statistics, document, getPlaceId(statistics, typed!), mode, norm, input)
  } catch (error) {
    if (error instanceof SeeError) throw refuse(error)
    if (error instanceof ProjectionError) throw refuse(error)
    throw error
  }
  return EXIT.ok
}

async function check(statistics: Statistics, document: ScenarioDocument, { json, language, terminal }: CommandInput): Promise<void> {
  const answer = await touchScenario(statistics, document)
  if (json) return terminal.print(JSON.stringify(answer, null, 1))
  const units = { figures: { nl: 'cijfers van de prognose', en: 'figures of the projection' }, neighbourhoods: { nl: 'buurten', en: 'buurten' }, norms: { nl: 'norm', en: 'norm' } }
  terminal.print(answer.name)
  for (const line of layOut(answer.parts.map((part) => [describePart(part)[language], formatNumber(part.touched, language), units[part.unit][language]]), [1])) terminal.print(line)
  for (const remark of answer.remarks) terminal.print(remark[language])
}

async function apply(statistics: Statistics, document: ScenarioDocument, id: string, mode: (typeof MODES)[number], norm: number, { json, language, terminal }: CommandInput): Promise<void> {
  const { name, areas } = getSubject(statistics, id)
  const within = areas[0]!.code
  const types = listTypes(document)
  const reach = await Promise.all(types.map((facilityType) => getReachUnderScenario(statistics, { facilityType, mode, level: areas[0]!.level, within, normMinutes: norm }, document)))
  const hasPeople = document.patches.length + (document.newHomes?.length ?? 0) > 0
  const project = (scenario?: ScenarioDocument) => projectArea(statistics, { id, name, areas, years: YEARS.at(-1)!, ...(scenario && { scenario }) })
  const projections = hasPeople ? await Promise.all([project(), project(document)]) : undefined
  if (json) return terminal.print(JSON.stringify({ name: document.name, area: { id, name }, reach, ...(projections && { projections: { base: projections[0], scenario: projections[1] } }) }, null, 1))
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  terminal.print(`${document.name}: ${name}`)
  if (projections) for (const line of describePeople(projections[0], projections[1], language)) terminal.print(line)
  const show = (value: number | null | undefined, decimals = 0) => (value === null || value === undefined ? '–' : formatNumber(value, language, decimals))
  const header = ['', say('minuten nu', 'minutes now'), say('in scenario', 'in scenario'), say('te ver nu', 'too far now'), say('in scenario', 'in scenario')]
  const rows = reach.map(({ facilityType, base, minutes, beyondNorm }) => [FACILITY_WORDS[facilityType].name[language], show(base.minutes[0], 1), show(minutes[0], 1), show(base.beyondNorm.all[0]), show(beyondNorm.all[0])])
  if (rows.length > 0) for (const line of layOut([header, ...rows], [1, 2, 3, 4])) terminal.print(line)
  for (const words of describeFacilityYears(statistics, types)) terminal.print(words[language])
  for (const words of describeEmptyScenario(document)) terminal.print(words[language])
  for (const text of listShared([...reach.map(({ scenario }) => scenario.remarks), ...(projections ? [projections[1].remarks] : [])].map((remarks) => remarks.map((remark) => remark[language])))) terminal.print(text)
}

/** What every answer says: what touches nothing in one may touch something in another. */
const listShared = ([first = [], ...others]: readonly (readonly string[])[]): string[] => first.filter((text) => others.every((texts) => texts.includes(text)))

/** The types that the scenario is about; every type where it changes speeds. */
function listTypes({ facilities, norms, speeds }: ScenarioDocument): FacilityType[] {
  const named = new Set([...Object.values(facilities ?? {}).flatMap((list) => (list ?? []).map(({ type }) => type)), ...(norms ?? []).map(({ facilityType }) => facilityType)])
  return FACILITY_TYPES.filter((type) => named.has(type) || (speeds?.length ?? 0) > 0)
}

function describePeople(base: Awaited<ReturnType<typeof projectArea>>, scenario: typeof base, language: Language): string[] {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const show = (value: number | undefined) => (value === undefined ? '–' : formatNumber(value, language, 0))
  const header = ['', say('inwoners', 'inhabitants'), say('in scenario', 'in scenario'), say('huishoudens', 'households'), say('in scenario', 'in scenario')]
  const rows = YEARS.filter((at) => at < base.years.length).map((at) => [String(base.years[at]), show(base.population.projected[at]), show(scenario.population.projected[at]), show(base.households?.total[at]), show(scenario.households?.total[at])])
  return layOut([header, ...rows], [1, 2, 3, 4])
}
