/** A siting question as a document: which sites of a facility should be open, for whom, by which rules. Method: docs/methods/siting.md. */
import { z } from 'zod'
import { facilityTypeSchema, travelModeSchema } from '#domain/answers/reach-answers.ts'
import { codeSchema } from '#domain/answers/shared.ts'
import { describeIssue, limitFaults } from '#domain/describe-issue.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { normSetDocumentSchema } from '#domain/norm-set.ts'
import { introduceScenarioPlace } from '#domain/scenario-place.ts'
import { scenarioDocumentSchema } from '#domain/scenario-document.ts'
import { getUsualCosts } from '#domain/siting-costs.ts'
import { SITING_TRAITS } from '#domain/siting-traits.ts'

export const SITING_FORMAT = 'topdorp-siting/1'
export const COUNTED_PEOPLE = ['children4to11', 'all', 'people65Plus', 'householdsWithoutCar'] as const
export const SITING_GOALS = ['median', 'worstTenth', 'center', 'maximalCovering', 'setCovering'] as const
export const MOST_AREAS = 40

const minutes = z.number().min(0).max(600)
const euros = z.number().min(0).max(1e9)
const people = z.number().min(0).max(1e6)
const siteId = z.string().min(1).max(100).describe('Identifier of a facility, or of a village for a new site, as in the answer')
const degrees = z.tuple([z.number().min(2).max(8), z.number().min(50).max(54)]).describe('Longitude and latitude, WGS84')

const areaSchema = z.union([
  z.strictObject({ codes: z.array(codeSchema).min(1).max(MOST_AREAS) }).describe('Municipalities, wijken, buurten or larger areas, together'),
  z.strictObject({ polygon: z.array(degrees).min(3).max(200) }).describe('Corners of a drawn area; it may cross any border'),
])

const costsSchema = z.strictObject({
  site: euros.optional().describe('Euros a year for every open facility, such as a school; at one site there may be several'),
  person: euros.optional().describe('Euros a year for every person served'),
  personKilometre: euros.optional().describe('Euros for a kilometre that one person is brought'),
  tripsPerYear: z.number().min(0).max(2000).optional().describe('Single trips of a person in a year'),
  closing: euros.optional().describe('Euros, once, to close a facility'),
  opening: euros.optional().describe('Euros, once, to open a new site'),
  years: z.number().int().min(1).max(100).optional().describe('Years over which what is paid once is spread; 30 when left out'),
  mobileDay: euros.optional().describe('Euros a year for a mobile service that stands at one stop one day a week'),
})

const mobileSchema = z.strictObject({
  vehicleDays: z.number().min(0.1).max(1000).describe('Days a week that all vehicles together can stand somewhere, such as 5 for one vehicle'),
  daysPerStop: z.number().min(0.1).max(7).default(1).describe('Days a week at one stop'),
  waitingMinutes: minutes.default(15).describe('Minutes that count on top of the trip, because people wait for the day or do without. A choice, without a source'),
  capacity: z.number().min(0).max(1e6).optional().describe('The most people that it can serve at one stop'),
  notAt: z.array(siteId).max(500).default([]).describe('Sites and villages where it may not stand'),
})

export const sitingDocumentSchema = z.strictObject({
  format: z.literal(SITING_FORMAT),
  name: z.string().min(1).max(200),
  facilityType: facilityTypeSchema,
  area: areaSchema,
  year: z.number().int().min(1900).max(2200).optional().describe('1 January; the newest year with counts when left out'),
  scenario: scenarioDocumentSchema.optional().describe('Of the projection; without it the one in which rates go on'),
  people: z.enum(COUNTED_PEOPLE).optional().describe('Who counts: when left out the children of 4 to 11 for primary schools, all inhabitants for other facilities; households without a car are an estimate, and develop as the inhabitants of their buurt'),
  mode: travelModeSchema.default('car'),
  goal: z.enum(SITING_GOALS).default('median').describe('What is made as small as possible: minutes of all together, of the tenth that travels longest, of who lives furthest; people beyond the norm; the number of sites with nobody beyond the norm'),
  normMinutes: minutes.default(15).describe('The longest time that is thought acceptable'),
  normSet: z.union([z.string().min(1).max(60), normSetDocumentSchema]).optional().describe('Norms that every plan is held against, by the name of a set that comes along or as a document. To make them a demand, give "minimumSize" and "normMinutes" too'),
  openCount: z.number().int().min(1).max(5000).optional().describe('How many sites in the area may be open at most; without it budget, minimum size or the goal setCovering decides'),
  budget: euros.optional().describe('Euros a year for sites: running, and what is paid once spread over the years. Not for people or travel'),
  forced: z.array(siteId).max(500).default([]).describe('Sites that must be open'),
  forbidden: z.array(siteId).max(500).default([]).describe('Sites that must not be open'),
  minimumSize: people.default(0).describe('People that an open site must at least be nearest for, such as 23 pupils'),
  minimumSizes: z.record(codeSchema, people).default({}).describe('The same by municipality, in place of the former'),
  capacity: people.optional().describe('The most people that a site in the area can serve'),
  capacities: z.record(siteId, people).default({}).describe('The same by site, in place of the former'),
  assignment: z.enum(['nearest', 'planned']).default('nearest').describe('Everybody to the nearest open site, or as suits the plan (only with minimum sizes or capacities)'),
  newSites: z.number().int().min(0).max(50).default(0).describe('How many sites may come in villages that have none'),
  mobile: mobileSchema.optional().describe('A service that comes by: it may stand in villages without a site, and in place of a site that closes. Its stops are not counted in "openCount", and no minimum size holds for them'),
  togetherMetres: z.number().min(0).max(5000).default(1000).describe('A facility in the area and the smaller ones so near to it are one site; with 0 every facility is its own'),
  costs: costsSchema.prefault({}).describe('Amounts that are left out are round numbers for a primary school; of other facilities they are not known, and costs that need them are null'),
  alternatives: z
    .strictObject({
      count: z.number().int().min(1).max(6).default(3).describe('Plans at most, the best one included'),
      worsePercent: z.number().min(0).max(100).default(10).describe('How much worse than the best they may be'),
      leastPercent: z.number().min(1).max(100).default(10).describe('Of the people, who go to another village than in each other plan; or of the sites, where at least two stand in another village'),
    })
    .prefault({}),
  seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1).describe('The same seed gives the same plans'),
  statisticsVersion: z.string().max(200).optional().describe('The statistics it was made on, as information'),
})

/** As it is answered: who counts is filled in. */
export const answeredSitingSchema = sitingDocumentSchema.required({ people: true })

type ParsedDocument = z.infer<typeof answeredSitingSchema>
/** With everything that may be left out and is known. */
export type SitingDocument = ParsedDocument & { costs: { years: number } }
/** As people write it. */
export type SitingOrder = z.input<typeof sitingDocumentSchema>
export type SitingCosts = SitingDocument['costs']

/** The document, or everything that is wrong with it, in words. Never throws. */
export function readSitingDocument(raw: unknown): { readonly document: SitingDocument } | { readonly faults: readonly Fault[] } {
  const result = sitingDocumentSchema.safeParse(raw)
  if (!result.success) return { faults: limitFaults(result.error.issues.map((issue) => describeIssue(issue, raw, issue.path[0] === 'scenario' ? introduceScenarioPlace : undefined))) }
  const document = { ...result.data, people: result.data.people ?? SITING_TRAITS[result.data.facilityType].people, costs: { ...getUsualCosts(result.data.facilityType), ...dropAbsent(result.data.costs) } }
  const faults = [...listOwnFaults(document), ...listMissingAmounts(document)]
  return faults.length === 0 ? { document } : { faults: limitFaults(faults) }
}

/** A key that is there without a value would hide what is usual. */
const dropAbsent = (costs: ParsedDocument['costs']): ParsedDocument['costs'] => Object.fromEntries(Object.entries(costs).filter(([, value]) => value !== undefined))

/** A budget is held against amounts: without them there is nothing to hold. */
function listMissingAmounts({ budget, costs, newSites, mobile }: SitingDocument): Fault[] {
  if (budget === undefined) return []
  const needed = [
    { key: 'site', isNeeded: true, nl: 'wat een voorziening per jaar kost', en: 'what a facility costs a year' },
    { key: 'closing', isNeeded: true, nl: 'wat sluiten kost', en: 'what closing costs' },
    { key: 'opening', isNeeded: newSites > 0, nl: 'wat bouwen kost', en: 'what building costs' },
    { key: 'mobileDay', isNeeded: mobile !== undefined, nl: 'wat een rijdende voorziening kost', en: 'what a mobile service costs' },
  ] as const
  const missing = needed.filter(({ key, isNeeded }) => isNeeded && costs[key] === undefined)
  if (missing.length === 0) return []
  const list = (language: 'nl' | 'en') => missing.map((one) => `${one[language]} (costs.${one.key})`).join(', ')
  return [makeFault('budget', `Voor een budget zijn bedragen nodig, en die zijn van deze voorziening niet bekend. Vul in: ${list('nl')}.`, `A budget needs amounts, and those of this facility are not known. Fill in: ${list('en')}.`)]
}

/** What only shows when parts are held against each other. */
function listOwnFaults({ goal, openCount, budget, minimumSize, minimumSizes, forced, forbidden, mobile }: SitingDocument): Fault[] {
  const isBounded = openCount !== undefined || budget !== undefined || minimumSize > 0 || Object.keys(minimumSizes).length > 0
  const both = forced.filter((id) => forbidden.includes(id))
  return [
    ...(goal === 'setCovering' || isBounded
      ? []
      : [makeFault('openCount', 'Zeg hoeveel locaties open mogen zijn, of geef een budget of een minimale omvang.', 'Say how many sites may be open, or give a budget or a minimum size.')]),
    ...(goal === 'setCovering' && openCount !== undefined
      ? [makeFault('openCount', 'Bij dit doel volgt het aantal locaties uit de norm. Laat "openCount" weg.', 'With this goal the norm decides how many sites there are. Leave "openCount" out.')]
      : []),
    ...(mobile !== undefined && mobile.vehicleDays < mobile.daysPerStop
      ? [makeFault('mobile.vehicleDays', `De voertuigen staan samen ${mobile.vehicleDays} dagen per week. Dat is te weinig voor één halte van ${mobile.daysPerStop} dagen.`, `The vehicles together stand ${mobile.vehicleDays} days a week. That is too little for one stop of ${mobile.daysPerStop} days.`)]
      : []),
    ...(both.length === 0 ? [] : [makeFault('forced', `Deze locaties moeten open én dicht: ${both.join(', ')}.`, `These sites must be open and closed: ${both.join(', ')}.`)]),
  ]
}
