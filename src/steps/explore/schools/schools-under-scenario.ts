/** Pupils of schools under a scenario: its children, and the schools that it closes. Every school that is left keeps its share, and the pupils of a closed one choose among the others. */
import { changesPeople } from '#domain/changes-people.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'
import { closeSites, countUsers } from '#engines/catchment/catchment.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { getForecast, type Forecast } from '#steps/explore/forecast.ts'
import type { FacilityChange } from '#steps/explore/scenario/apply-facilities.ts'
import { describeIdlePatches } from '#steps/explore/scenario/idle-patches.ts'
import { resolveScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { describeUnusedParts } from '#steps/explore/scenario/unused-parts.ts'
import { countChildrenOfBuurten, type ChildrenOfBuurten } from '#steps/explore/schools/children-of-buurten.ts'
import { findMunicipalNorms } from '#steps/explore/schools/municipal-norms.ts'
import { measureChildrenVariances } from '#steps/explore/schools/pupil-deviations.ts'
import type { School } from '#steps/explore/schools/read-schools.ts'
import { addToOrigins } from '#steps/explore/schools/school-choice.ts'
import { LAST_YEAR } from '#steps/explore/schools/school-contents.ts'
import { getSchoolForecast, type SchoolForecast, type SchoolOutlook } from '#steps/explore/schools/school-forecast.ts'
import { getScenarioRun } from '#steps/explore/scenario/scenario-run.ts'
import { memoize } from '#steps/see/memo.ts'

export interface SchoolsUnderScenario {
  readonly base: SchoolForecast
  /** Without the schools that close; all its lists are that much shorter. */
  readonly outlook: SchoolOutlook
  readonly closed: readonly School[]
  /** Pupils of the base year, by year as projected, of buurten all of whose schools close. */
  readonly withoutSchool: readonly number[]
  readonly remarks: readonly Words[]
}

/** Scenarios that are kept: a page and its norms ask for the same one. */
const MOST_KEPT = 2
const getKept = memoize(() => new Map<string, Promise<SchoolsUnderScenario>>())

/** Throws SeeError `scenarioRefused` or `noFacilities`, ProjectionError. */
export function getSchoolsUnder(statistics: Statistics, document: ScenarioDocument): Promise<SchoolsUnderScenario> {
  const kept = getKept(statistics)
  const key = JSON.stringify(document)
  const known = kept.get(key)
  if (known !== undefined) return known
  const making = makeSchoolsUnder(statistics, document)
  kept.set(key, making)
  for (const old of [...kept.keys()].slice(0, -MOST_KEPT)) kept.delete(old)
  making.catch(() => kept.delete(key))
  return making
}

async function makeSchoolsUnder(statistics: Statistics, document: ScenarioDocument): Promise<SchoolsUnderScenario> {
  const { changes } = await resolveScenario(statistics, document)
  const base = await getSchoolForecast(statistics)
  const forecast = await getForecast(statistics)
  const own = changes.filter(({ before, after }) => (before ?? after)!.type === 'primarySchool')
  const closed = base.table.schools.filter((school) => own.some(({ kind, before, after }) => kind === 'closed' && after === undefined && before!.id === school.code))
  const children = changesPeople(document) ? await countChildrenUnder(statistics, forecast, document) : base.children
  const isOpen = (school: School) => !closed.includes(school)
  const open = base.schools.flatMap((school, at) => (isOpen(school) ? [at] : []))
  const catchment = closeSites(base.catchment, new Set(base.schools.flatMap((school, at) => (isOpen(school) ? [] : [at]))))
  const people = children.ofBuurten.map((year) => addToOrigins(base.choice, year))
  const municipalities = Int32Array.from(base.places, (place) => forecast.prepared.data.codes.indexOf(place?.municipality ?? ''))
  const take = (ofSchools: Float64Array) => Float64Array.from(open, (at) => ofSchools[at]!)
  const pick = <Value>(values: readonly Value[]) => open.map((at) => values[at]!)
  const uncounted = base.withoutPupils.flatMap((school, at) => (isOpen(school) ? [at] : []))
  const outlook: SchoolOutlook = {
    ...base,
    table: { ...base.table, schools: base.table.schools.filter(isOpen) },
    children,
    schools: pick(base.schools),
    places: pick(base.places),
    withoutPupils: uncounted.map((at) => base.withoutPupils[at]!),
    placesWithoutPupils: uncounted.map((at) => base.placesWithoutPupils[at]),
    pupils: people.map((year) => take(countUsers(catchment, year))),
    childrenVariances: (await measureChildrenVariances(forecast, children, base.choice, catchment, municipalities))?.map(take),
    municipalNorms: findMunicipalNorms(statistics, forecast.prepared.data.codes, children, municipalities).map(take),
  }
  const withoutSchool = people.map((year) => countWithout(base, catchment.withoutSite, year))
  return { base, outlook, closed, withoutSchool, remarks: [...describeScenario(document.name, own, closed), ...(await describeUnusedHere(statistics, document, changes))] }
}

async function countChildrenUnder(statistics: Statistics, forecast: Forecast, document: ScenarioDocument): Promise<ChildrenOfBuurten> {
  const run = await getScenarioRun(statistics, forecast, document)
  return countChildrenOfBuurten(statistics, forecast.prepared, { ...run, years: run.years.filter(({ year }) => year <= LAST_YEAR) })
}

/** Pupils who would have gone to the schools of origins that have none left. */
function countWithout({ catchment: { pairs, usePerPerson } }: SchoolForecast, origins: readonly number[], people: Float64Array): number {
  return origins.reduce((sum, origin) => sum + people[origin]! * usePerPerson.subarray(pairs.firstPairs[origin], pairs.firstPairs[origin + 1]).reduce((all, one) => all + one, 0), 0)
}

/** Parts of the scenario that no pupil notices. */
async function describeUnusedHere(statistics: Statistics, document: ScenarioDocument, changes: readonly FacilityChange[]): Promise<Words[]> {
  const others = changes.map(({ before, after }) => (after ?? before)!).filter(({ type }) => type !== 'primarySchool').map(({ name }) => name).join(', ')
  return [
    ...(others ? [{ nl: `Dit gaat niet over een basisschool, en verandert hier niets: ${others}.`, en: `This is not about a primary school, and changes nothing here: ${others}.` }] : []),
    ...describeUnusedParts(document, 'schools'),
    ...(await describeIdlePatches(statistics, document)),
  ]
}

function describeScenario(name: string, changes: readonly FacilityChange[], closed: readonly School[]): Words[] {
  const nameAll = (kind: FacilityChange['kind']) => changes.filter((one) => one.kind === kind).map(({ before, after }) => (after ?? before)!.name).join(', ')
  const [opened, moved] = [nameAll('opened'), nameAll('moved')]
  const shrunk = changes.filter(({ kind, after }) => kind === 'closed' && after !== undefined).map(({ after }) => after!.name).join(', ')
  const names = closed.map((school) => school.name).join(', ')
  return [
    { nl: `Dit is onder het scenario "${name}". De kinderen komen uit dat scenario.`, en: `This is under the scenario "${name}". The children come from it.` },
    ...(names ? [{ nl: `Deze scholen gaan dicht, vanaf het eerste jaar: ${names}. Hun leerlingen kiezen uit de scholen die over zijn, zoals kinderen uit dezelfde buurt nu doen. Hoe ouders echt kiezen kan anders zijn; dat zit niet in de marge.`, en: `These schools close, from the first year on: ${names}. Their pupils choose among the schools left, as children of the same neighbourhood do now. How parents really choose may differ; that is not in the interval.` }] : []),
    ...(shrunk ? [{ nl: `Van deze scholen gaat één adres dicht. Zij houden hier al hun leerlingen: ${shrunk}.`, en: `One address of these schools closes. They keep all their pupils here: ${shrunk}.` }] : []),
    ...(opened ? [{ nl: `Deze nieuwe scholen doen niet mee: ${opened}. Er is nog geen telling die zegt hoeveel kinderen ernaartoe gaan.`, en: `These new schools are left out: ${opened}. No count tells how many children would go there.` }] : []),
    ...(moved ? [{ nl: `Deze scholen verhuizen, maar houden hier hun deel van de kinderen: ${moved}.`, en: `These schools move, but keep their share of the children here: ${moved}.` }] : []),
  ]
}
