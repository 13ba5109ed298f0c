/** `topdorp schools`: the primary schools of an area in a later year. */
import type { SchoolListAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { MOST_OWN_PUPILS, SCHOOL_NORMS, SMALL_SCHOOL_PUPILS, type SchoolNorm } from '#domain/school-norms.ts'
import { writeChance } from '#domain/write-chance.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { listSchools, listSchoolsUnder } from '#steps/explore/schools/list-schools.ts'
import { SeeError } from '#steps/see/problems.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { findYear } from '#cli/choose.ts'
import { getPlaceId } from '#cli/find-place.ts'
import { openFigures } from '#cli/open-figures.ts'
import { findScenario, refuse, SCENARIO_OPTION } from '#cli/scenario-file.ts'
import { formatNumber, layOut } from '#cli/words.ts'

export const schoolsCommand: Command = {
  name: 'schools',
  summary: { nl: 'laat zien hoeveel leerlingen basisscholen later hebben', en: 'shows how many pupils primary schools will have' },
  positionals: ['<area>'],
  options: {
    year: { type: 'string', value: 'n', help: { nl: '1 januari van dit jaar (anders tien jaar na de telling)', en: '1 January of this year (ten years from the count otherwise)' } },
    norm: { type: 'string', value: 'n', help: { nl: `${SCHOOL_NORMS.slice(0, 3).join(', ')} of een aantal leerlingen (anders municipal)`, en: `${SCHOOL_NORMS.slice(0, 3).join(', ')} or a number of pupils (municipal otherwise)` } },
    scenario: SCENARIO_OPTION,
  },
  examples: ['topdorp schools Anloo', 'topdorp schools GM1680 --year 2040 --scenario plan.json', 'topdorp schools GM1680 --year 2040 --norm 23', 'topdorp schools GM1680 --norm small --json'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const norm = readNorm(input)
  const year = findYear(input)
  const statistics = await openFigures(input)
  const scenario = await findScenario(statistics, input)
  const [typed = ''] = input.positionals
  try {
    const question = { area: getPlaceId(statistics, typed), ...norm, atLeast: 0, ...(year !== undefined && { year }) }
    const answer = scenario ? await listSchoolsUnder(statistics, question, scenario) : await listSchools(statistics, question)
    if (input.json) input.terminal.print(JSON.stringify(answer, null, 1))
    else for (const line of describe(answer, input.language)) input.terminal.print(line)
  } catch (error) {
    throw explain(error)
  }
  return EXIT.ok
}

function readNorm({ flags }: CommandInput): { norm: SchoolNorm; pupils: number } {
  const text = flags['norm'] ?? 'municipal'
  const known = SCHOOL_NORMS.find((own) => own === text && own !== 'own')
  if (known) return { norm: known, pupils: SMALL_SCHOOL_PUPILS }
  const pupils = Number(text)
  if (/^\d+$/.test(String(text)) && pupils >= 1 && pupils <= MOST_OWN_PUPILS) return { norm: 'own', pupils }
  throw misuse(`--norm is national, municipal, small of een heel getal van 1 tot en met ${MOST_OWN_PUPILS}, niet "${text}".`, `--norm is national, municipal, small or a whole number from 1 to ${MOST_OWN_PUPILS}, not "${text}".`)
}

function explain(error: unknown): unknown {
  if (error instanceof ProjectionError && error.faults.length > 0) return refuse(error)
  if (error instanceof ProjectionError) return new CommandError({ nl: `Met deze cijfers kan geen prognose. Deze tabellen ontbreken in het datapakket: ${error.subject}.`, en: `These figures give no projection. The data package lacks these tables: ${error.subject}.` })
  if (!(error instanceof SeeError)) return error
  if (error.problem === 'noFacilities') return new CommandError({ nl: 'Het datapakket heeft geen tabel van basisscholen met leerlingen.', en: 'The data package has no table of primary schools with pupils.' })
  if (error.problem === 'noSuchYear') return new CommandError({ nl: `Voor ${error.subject} is er geen prognose van scholen. Kies een later of eerder jaar.`, en: `There is no forecast of schools for ${error.subject}. Choose a later or earlier year.` })
  return error.problem === 'scenarioRefused' ? refuse(error) : error
}

function describe(answer: SchoolListAnswer | SchoolScenarioAnswer, language: Language): string[] {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const show = (value: number | null | undefined, decimals = 0) => (value === null || value === undefined ? '–' : formatNumber(value, language, decimals))
  const percent = (chance: number | null) => (chance === null ? '–' : writeChance(chance, show))
  const under = 'scenario' in answer ? answer : undefined
  const beside = say('basis', 'base')
  const header = [say('school', 'school'), say('plaats', 'town'), say('geteld', 'counted'), String(answer.year), ...(under ? [beside] : []), say('80%-marge', '80% interval'), say('norm', 'norm'), say('kans eronder', 'chance below'), ...(under ? [beside] : [])]
  const rows = answer.schools.map((school, at) => {
    const base = under?.schools[at]!.base
    return [
      school.name, school.town ?? '', show(school.pupils), show(school.expected), ...(base ? [show(base.expected)] : []), school.lower80 === null ? '–' : `${show(school.lower80)} – ${show(school.upper80)}`,
      show(answer.norm.pupils ?? school.municipalNorm), school.justOpened ? say('net begonnen', 'just begun') : percent(school.chance), ...(base ? [percent(base.chance)] : []),
    ]
  })
  const { total } = answer
  const sum = ({ schools, belowNow, expectedBelow }: typeof total) =>
    say(`${show(schools)} ${schools === 1 ? 'school' : 'scholen'}; nu ${show(belowNow)} onder de norm, verwacht in ${answer.year}: ${show(expectedBelow)}.`, `${show(schools)} ${schools === 1 ? 'school' : 'schools'}; ${show(belowNow)} below the norm now, expected in ${answer.year}: ${show(expectedBelow)}.`)
  return [
    `${answer.area?.name ?? ''}: ${say('leerlingen van basisscholen', 'pupils of primary schools')}, ${answer.moment}${under ? `, ${say('scenario', 'scenario')} ${under.scenario.name}` : ''}`,
    ...(rows.length === 0 ? [say('Hier staat geen basisschool.', 'There is no primary school here.')] : layOut([header, ...rows], header.map((_, at) => at).filter((at) => at > 1))),
    sum(total),
    ...(under ? [`${say('Zonder het scenario', 'Without the scenario')}: ${sum(under.base.total)}`] : []),
    ...(under && under.scenario.withoutSchool > 0 ? [say(`Voor ${show(under.scenario.withoutSchool)} leerlingen is er in ${answer.year} geen school meer in de buurt.`, `For ${show(under.scenario.withoutSchool)} pupils no school in reach is left in ${answer.year}.`)] : []),
    ...answer.remarks.map((remark) => remark[language]),
  ]
}
