/** `topdorp project`: the population and households of a place in later years. */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { nameArea } from '#domain/area-names.ts'
import { writeChance } from '#domain/write-chance.ts'
import { MOST_YEARS } from '#steps/explore/municipal-run.ts'
import { DEFAULT_SEED, MOST_DRAWS, projectArea } from '#steps/explore/project.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { getSubject } from '#steps/see/subject.ts'
import { CommandError, EXIT, misuse, type Bilingual, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { getPlaceId } from '#cli/find-place.ts'
import { openFigures } from '#cli/open-figures.ts'
import { findScenario, SCENARIO_OPTION } from '#cli/scenario-file.ts'
import { formatNumber, layOut } from '#cli/words.ts'

/** Asked for, and not done: said, and not only by its absence. */
const NOT_DRAWN: Bilingual = {
  nl: 'Een dorp, wijk of buurt heeft geen trekkingen: die is een deel van de gemeente. De marges komen uit eerdere fouten.',
  en: 'A village, wijk or buurt has no trajectories: it is a share of its municipality. The intervals come from earlier errors.',
}

const DEFAULT_YEARS = 30
/** Years between the rows of the table. */
const STEP = 5

export const projectCommand: Command = {
  name: 'project',
  summary: { nl: 'rekent uit hoeveel mensen en huishoudens er later zijn', en: 'projects people and households of a place' },
  positionals: ['<area>'],
  options: {
    years: { type: 'string', value: 'n', help: { nl: `jaren vooruit, 1 tot en met ${MOST_YEARS} (anders ${DEFAULT_YEARS})`, en: `years ahead, 1 to ${MOST_YEARS} (${DEFAULT_YEARS} otherwise)` } },
    draws: { type: 'string', value: 'n', help: { nl: `trekkingen voor marges van leeftijden en huishoudens van een gemeente, 0 tot en met ${MOST_DRAWS}`, en: `trajectories for intervals of ages and households of a municipality, 0 to ${MOST_DRAWS}` } },
    seed: { type: 'string', value: 'n', help: { nl: 'begingetal van de trekkingen', en: 'seed of the trajectories' } },
    scenario: SCENARIO_OPTION,
  },
  examples: ['topdorp project Krimpsterterp', 'topdorp project GM1680 --years 20 --scenario minder-vertrek.json', 'topdorp project GM1680 --draws 1000 --json'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const years = readNumber(input, 'years', 1, MOST_YEARS, DEFAULT_YEARS)
  const draws = readNumber(input, 'draws', 0, MOST_DRAWS, 0)
  const seed = readNumber(input, 'seed', 0, 1_000_000_000, DEFAULT_SEED)
  const statistics = await openFigures(input)
  const scenario = await findScenario(statistics, input)
  const [typed = ''] = input.positionals
  const { id, name, areas } = getSubject(statistics, getPlaceId(statistics, typed))
  try {
    const answer = await projectArea(statistics, { id, name, areas, years, draws, seed, ...(scenario && { scenario }) })
    if (input.json) input.terminal.print(JSON.stringify(answer, null, 1))
    else for (const line of describe(answer, input.language)) input.terminal.print(line)
    if (draws > 0 && answer.draws === undefined) input.terminal.warn(NOT_DRAWN[input.language])
  } catch (error) {
    throw error instanceof ProjectionError ? new CommandError(describeProblem(error)) : error
  }
  return EXIT.ok
}

function readNumber({ flags }: CommandInput, flag: string, least: number, most: number, otherwise: number): number {
  const text = flags[flag]
  if (typeof text !== 'string') return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  throw misuse(`--${flag} moet een heel getal zijn van ${least} tot en met ${most}, niet "${text}".`, `--${flag} must be a whole number from ${least} to ${most}, not "${text}".`)
}

function describeProblem({ problem, subject, faults }: ProjectionError): Bilingual {
  switch (problem) {
    case 'projectionTablesMissing':
      return { nl: `Met deze cijfers kan geen prognose. Deze tabellen ontbreken in het datapakket: ${subject}.`, en: `These figures give no projection. The data package lacks these tables: ${subject}.` }
    case 'noProjectionForArea':
      return { nl: `Voor ${subject} is er geen prognose: het gebied bestaat nu niet, of er woont niemand.`, en: `There is no projection of ${subject}: it does not exist now, or nobody lives there.` }
    case 'scenarioInvalid':
      return { nl: `Dit scenario kan niet.\n${faults.map(({ message }) => message.nl).join('\n')}`, en: `The scenario is not possible.\n${faults.map(({ message }) => message.en).join('\n')}` }
  }
}

function describe(answer: ProjectionAnswer, language: Language): string[] {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const show = (value: number | undefined, decimals = 0) => (value === undefined ? '–' : formatNumber(value, language, decimals))
  const interval = answer.draws?.intervals.find(({ id, percent }) => id === 'population' && percent === 80) ?? answer.population.intervals.find(({ percent }) => percent === 80)
  const demand = (id: string) => answer.demand.find((own) => own.id === id)?.values
  const header = ['', say('inwoners', 'inhabitants'), say('80%-marge', '80% interval'), say('huishoudens', 'households'), '4–11', '75+', say('75+ alleen', '75+ alone'), say('grijze druk', 'grey pressure')]
  const rows = answer.years.flatMap((year, at) => {
    if (at % STEP !== 0 && at !== answer.years.length - 1) return []
    return [[
      String(year), show(answer.population.projected[at]), interval ? `${show(interval.lower[at])} – ${show(interval.upper[at])}` : '–', show(answer.households?.total[at]),
      show(demand('pupils4to11')?.[at]), show(demand('people75Plus')?.[at]), show(demand('alone75Plus')?.[at]), show(answer.indicators.greyPressure[at], 1),
    ]]
  })
  return [
    `${nameArea(answer.id, answer.name, language)} (${answer.id})${answer.scenario ? `, ${answer.scenario.name}` : ''}, ${say('prognose vanaf', 'projected from')} ${answer.jumpOff}`,
    ...(answer.scenario?.changes ?? []).map(({ text, changedFigures }) => `  ${text[language]} (${say('cijfers veranderd', 'figures changed')}: ${show(changedFigures)})`),
    ...layOut([header, ...rows], [1, 2, 3, 4, 5, 6, 7]),
    ...(answer.draws ? [say(`Marges en kansen komen uit trekkingen: ${show(answer.draws.count)}, begingetal ${answer.draws.seed}.`, `Intervals and chances come from trajectories: ${show(answer.draws.count)}, seed ${answer.draws.seed}.`)] : []),
    ...answer.thresholds.map((threshold) => describeChance(threshold, language)),
    ...answer.remarks.map((remark) => remark[language]),
  ]
}

function describeChance({ measure, changePercent, below, year, chance }: ProjectionAnswer['thresholds'][number], language: Language): string {
  const show = (value: number, decimals = 0) => formatNumber(value, language, decimals)
  const percent = writeChance(chance, show)
  if (changePercent === undefined) {
    return language === 'nl' ? `Kans op minder dan ${show(below ?? 0)} kinderen van 4 tot en met 11 in ${year}: ${percent}` : `Chance of fewer than ${show(below ?? 0)} children of 4 to 11 in ${year}: ${percent}`
  }
  const what = measure === 'population' ? { nl: 'inwoners', en: 'inhabitants' } : { nl: 'huishoudens', en: 'households' }
  const change = `${show(changePercent, 1)}%`
  return language === 'nl' ? `Kans op ${change} of lager (${what.nl}) in ${year}: ${percent}` : `Chance of ${change} or lower (${what.en}) in ${year}: ${percent}`
}
