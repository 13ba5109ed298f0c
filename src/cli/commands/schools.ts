/** `topdorp schools`: the primary schools of an area in a later year. */
import type { SchoolListAnswer } from '#domain/answers/school-answers.ts'
import { MOST_OWN_PUPILS, SCHOOL_NORMS, SMALL_SCHOOL_PUPILS, type SchoolNorm } from '#domain/school-norms.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { listSchools } from '#steps/explore/schools/list-schools.ts'
import { SeeError } from '#steps/see/problems.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { getPlaceId } from '#cli/find-place.ts'
import { openFigures } from '#cli/open-figures.ts'
import { formatNumber, layOut } from '#cli/words.ts'

export const schoolsCommand: Command = {
  name: 'schools',
  summary: { nl: 'laat zien hoeveel leerlingen basisscholen later hebben', en: 'shows how many pupils primary schools will have' },
  positionals: ['area'],
  options: {
    year: { type: 'string', value: 'n', help: { nl: '1 januari van dit jaar (anders tien jaar na de telling)', en: '1 January of this year (ten years from the count otherwise)' } },
    norm: { type: 'string', value: 'n', help: { nl: `${SCHOOL_NORMS.slice(0, 3).join(', ')} of een aantal leerlingen (anders municipal)`, en: `${SCHOOL_NORMS.slice(0, 3).join(', ')} or a number of pupils (municipal otherwise)` } },
  },
  examples: ['topdorp schools Anloo', 'topdorp schools GM1680 --year 2040 --norm 23', 'topdorp schools GM1680 --norm small --json'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const norm = readNorm(input)
  const year = readYear(input)
  const statistics = await openFigures(input)
  const [typed = ''] = input.positionals
  try {
    const answer = await listSchools(statistics, { area: getPlaceId(statistics, typed), ...norm, atLeast: 0, ...(year !== undefined && { year }) })
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

function readYear({ flags }: CommandInput): number | undefined {
  const text = flags['year']
  if (typeof text !== 'string') return undefined
  if (/^\d{4}$/.test(text)) return Number(text)
  throw misuse(`--year is een jaartal, niet "${text}".`, `--year is a year, not "${text}".`)
}

function explain(error: unknown): unknown {
  if (error instanceof ProjectionError) return new CommandError({ nl: `Met deze cijfers kan geen prognose. Deze tabellen ontbreken in het datapakket: ${error.subject}.`, en: `These figures give no projection. The data package lacks these tables: ${error.subject}.` })
  if (!(error instanceof SeeError)) return error
  if (error.problem === 'noFacilities') return new CommandError({ nl: 'Het datapakket heeft geen tabel van basisscholen met leerlingen.', en: 'The data package has no table of primary schools with pupils.' })
  if (error.problem === 'noSuchYear') return new CommandError({ nl: `Voor ${error.subject} is er geen prognose van scholen. Kies een later of eerder jaar.`, en: `There is no forecast of schools for ${error.subject}. Choose a later or earlier year.` })
  return error
}

function describe(answer: SchoolListAnswer, language: Language): string[] {
  const say = (nl: string, en: string) => (language === 'nl' ? nl : en)
  const show = (value: number | null | undefined, decimals = 0) => (value === null || value === undefined ? '–' : formatNumber(value, language, decimals))
  const header = [say('school', 'school'), say('plaats', 'town'), say('geteld', 'counted'), String(answer.year), say('80%-marge', '80% interval'), say('norm', 'norm'), say('kans eronder', 'chance below')]
  const rows = answer.schools.map((school) => [
    school.name, school.town ?? '', show(school.pupils), show(school.expected), school.lower80 === null ? '–' : `${show(school.lower80)} – ${show(school.upper80)}`,
    show(answer.norm.pupils ?? school.municipalNorm), school.justOpened ? say('net begonnen', 'just begun') : school.chance === null ? '–' : `${show(100 * school.chance)}%`,
  ])
  const { total } = answer
  return [
    `${answer.area?.name ?? ''}: ${say('leerlingen van basisscholen', 'pupils of primary schools')}, ${answer.moment}`,
    ...(rows.length === 0 ? [say('Hier staat geen basisschool.', 'There is no primary school here.')] : layOut([header, ...rows], [2, 3, 4, 5, 6])),
    say(`${show(total.schools)} ${total.schools === 1 ? 'school' : 'scholen'}; nu ${show(total.belowNow)} onder de norm, verwacht in ${answer.year}: ${show(total.expectedBelow)}.`, `${show(total.schools)} ${total.schools === 1 ? 'school' : 'schools'}; ${show(total.belowNow)} below the norm now, expected in ${answer.year}: ${show(total.expectedBelow)}.`),
    ...answer.remarks.map((remark) => remark[language]),
  ]
}
