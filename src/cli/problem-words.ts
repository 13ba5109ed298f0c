/** Why a question cannot be answered, in the words of the command line. */
import type { Words } from '#domain/words.ts'
import type { ProjectionError, ProjectionProblem } from '#steps/explore/projection-error.ts'
import type { SeeError, SeeProblem } from '#steps/see/problems.ts'

/** Those that commands about norms, plans and scenarios meet. */
const WORDS: Partial<Record<SeeProblem | ProjectionProblem, (subject: string) => Words>> = {
  unknownArea: (code) => ({ nl: `Er is geen gebied met code ${code}.`, en: `There is no area with code ${code}.` }),
  unknownPlace: (id) => ({ nl: `Er is geen dorp met code ${id}.`, en: `There is no village with code ${id}.` }),
  areaIsNoMore: (code) => ({ nl: `Gebied ${code} bestaat niet meer.`, en: `Area ${code} is no more.` }),
  unknownScenario: (id) => ({ nl: `Er is geen bewaard scenario ${id}.`, en: `There is no kept scenario ${id}.` }),
  scenarioErased: (id) => ({ nl: `Scenario ${id} is gewist.`, en: `Scenario ${id} was erased.` }),
  noSuchYear: (year) => ({ nl: `Voor ${year} zijn er geen cijfers. Kies een eerder of later jaar.`, en: `There are no figures for ${year}. Choose an earlier or later year.` }),
  noFacilities: (type) => ({ nl: `Het datapakket heeft geen bruikbare tabel van deze voorziening (${type}).`, en: `The data package has no table of this facility that can be used (${type}).` }),
  noRegions: () => ({ nl: 'Met deze cijfers zijn er geen regio’s.', en: 'These figures give no regions.' }),
  noProjectionForArea: (code) => ({ nl: `Voor gebied ${code} kan geen prognose.`, en: `There can be no projection for area ${code}.` }),
  projectionTablesMissing: (tables) => ({ nl: `Met deze cijfers kan geen prognose. Deze tabellen ontbreken in het datapakket: ${tables}.`, en: `These figures give no projection. The data package lacks these tables: ${tables}.` }),
  sitingInvalid: () => ({ nl: 'Deze vraag kan zo niet.', en: 'This question cannot be answered as it stands.' }),
  scenarioInvalid: () => ({ nl: 'Dit scenario kan zo niet.', en: 'This scenario cannot be used as it stands.' }),
  scenarioRefused: () => ({ nl: 'Dit scenario kan zo niet.', en: 'This scenario cannot be used as it stands.' }),
  normsRefused: () => ({ nl: 'Deze normen kunnen zo niet.', en: 'These norms cannot be used as they stand.' }),
}

export const describeProblem = ({ problem, subject }: Pick<SeeError | ProjectionError, 'problem' | 'subject'>): Words =>
  WORDS[problem]?.(subject) ?? { nl: `${problem}: ${subject}`, en: `${problem}: ${subject}` }
