/** A plan as tables for a file, and as GeoJSON: sites as points, trips as lines. */
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { getSpreadYears, listKnownCosts, type YearlyCost } from '#domain/siting-cost-parts.ts'
import { writeNumber } from '#domain/write-number.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { Words } from '#domain/words.ts'
import { describeFacilityYears } from '#steps/explore/reach/facility-years.ts'
import { nameFate, PEOPLE_WORDS } from '#steps/explore/siting/siting-words.ts'
import { describeFeatures, type FeatureFile } from '#steps/see/export-features.ts'
import { aboutSource, aboutStatistics, describeSource, provenanceColumns, roundTo, say, toFileName, type AboutLine, type ExportCell, type Language, type SourcedTable } from '#steps/see/export-table.ts'
import { SeeError } from '#steps/see/problems.ts'
import { roundPoint } from '#steps/see/write-geojson.ts'

/** 0 is today, 1 the best plan, and so on. Throws SeeError `sitingInvalid` for a plan that is not there. */
export function getOutcome(run: SitingRunAnswer, plan: number): SitingOutcome {
  const outcome = plan === 0 ? run.today : run.plans[plan - 1]
  if (outcome !== undefined) return outcome
  throw new SeeError('sitingInvalid', '', [{ field: 'plan', message: { nl: `Er is geen plan ${plan}. Er zijn er ${run.plans.length}; 0 is vandaag.`, en: `There is no plan ${plan}. There are ${run.plans.length}; 0 is today.` } }])
}

/** One row a site of the area, then one row a trip of a buurt. */
export function makeSitingTable(statistics: Statistics, run: SitingRunAnswer, plan: number, language: Language): SourcedTable {
  const outcome = getOutcome(run, plan)
  const source = describeSource(statistics.sources.filter(({ resource }) => run.sources.includes(resource)), language)
  const provenance = [source.text, source.retrieved, source.licence]
  const name = [run.document.name, describeNumber(plan, language), run.year, ...(run.document.scenario ? [run.document.scenario.name] : [])].join(', ')
  const people = PEOPLE_WORDS[run.document.people][language]
  const siteRows = outcome.sites.map((own): ExportCell[] => {
    const site = run.sites[own.site]!
    return [say(language, 'locatie', 'site'), site.id, site.name, site.village, null, nameFate(own.fate, run.document.facilityType)[language], own.stop?.daysPerWeek ?? null, round(own.peopleToday), round(own.people), round(own.minutesToday), round(own.minutes), own.sentence[language], ...roundPoint(site.point), ...provenance]
  })
  const daysAt = new Map(outcome.sites.map(({ site, stop }) => [site, stop?.daysPerWeek]))
  const tripRows = outcome.trips.map((trip): ExportCell[] => {
    const [place, site] = [run.places[trip.place]!, run.sites[trip.site]!]
    const before = run.today.trips.find((own) => own.place === trip.place)
    return [say(language, 'rit', 'trip'), place.code, place.name, site.village, site.name, place.isInside ? null : say(language, 'buiten het gebied', 'outside the area'), daysAt.get(trip.site) ?? null, null, round(trip.people), round(before?.minutes ?? null), round(trip.minutes), null, ...roundPoint(place.point), ...provenance]
  })
  return {
    title: name,
    fileName: `topdorp-${toFileName(name)}`,
    language,
    source,
    columns: [
      { key: 'kind', title: say(language, 'Soort rij', 'Kind of row'), kind: 'text', width: 10 },
      { key: 'id', title: say(language, 'Code', 'Code'), kind: 'text', width: 14 },
      { key: 'name', title: say(language, 'Naam', 'Name'), kind: 'text', width: 36 },
      { key: 'village', title: say(language, 'Dorp van de locatie', 'Village of the site'), kind: 'text', width: 24 },
      { key: 'goesTo', title: say(language, 'Gaat naar', 'Goes to'), kind: 'text', width: 36 },
      { key: 'fate', title: say(language, 'Wat er gebeurt', 'What happens'), kind: 'text', width: 18 },
      { key: 'daysPerWeek', title: say(language, 'Dagen per week (rijdende voorziening)', 'Days a week (mobile service)'), kind: 'number', width: 12 },
      { key: 'peopleToday', title: `${people}, ${say(language, 'locaties van nu', 'sites of today')}`, kind: 'number', width: 14 },
      { key: 'people', title: `${people}, ${say(language, 'in het plan', 'in the plan')}`, kind: 'number', width: 14 },
      { key: 'minutesToday', title: say(language, 'Minuten, locaties van nu', 'Minutes, sites of today'), kind: 'number', width: 14 },
      { key: 'minutes', title: say(language, 'Minuten, in het plan', 'Minutes, in the plan'), kind: 'number', width: 14 },
      { key: 'sentence', title: say(language, 'Waarom', 'Why'), kind: 'text', width: 90 },
      { key: 'longitude', title: say(language, 'Lengtegraad', 'Longitude'), kind: 'number', width: 12 },
      { key: 'latitude', title: say(language, 'Breedtegraad', 'Latitude'), kind: 'number', width: 12 },
      ...provenanceColumns(language, 'firstRow'),
    ],
    rows: [...siteRows, ...tripRows],
    about: [
      ...run.question.map(({ label, text }): [string, string] => [label[language], text[language]]),
      ...describeFigures(run, outcome, language),
      ...describeFacilityYears(statistics, [run.document.facilityType]).map((words): [string, string] => [say(language, 'Voorzieningen', 'Facilities'), words[language]]),
      [say(language, 'Let op', 'Please note'), say(language, 'Berekend met een model. Mensen kiezen ook anders dan de dichtstbijzijnde.', 'Computed by a model. People also choose otherwise than the nearest.')],
      ...(run.plans[plan - 1]?.beside ? [[say(language, 'Naast plan 1', 'Beside plan 1'), run.plans[plan - 1]!.beside![language]] satisfies [string, string]] : []),
      ...(plan === 0 ? [] : run.plans[plan - 1]!.warnings.map((warning): [string, string] => [say(language, 'Let op bij dit plan', 'Mind this of the plan'), warning[language]])),
      ...run.remarks.map((remark): [string, string] => [say(language, 'Opmerking', 'Remark'), remark[language]]),
      ...aboutSource(source, language),
      ...aboutStatistics(statistics, language),
    ],
  }
}

export const describeNumber = (plan: number, language: Language): string => (plan === 0 ? say(language, 'locaties van nu', 'sites of today') : `${say(language, 'plan', 'plan')} ${plan}`)

/** What holds for the plan as a whole: a label with the unit, and a number, or in words why there is none. */
export function describeFigures(run: SitingRunAnswer, outcome: SitingOutcome, language: Language): AboutLine[] {
  const give = (value: number | null, decimals = 1) => roundTo(value, decimals) ?? '–'
  const people = PEOPLE_WORDS[run.document.people][language].toLocaleLowerCase(language)
  const norm = writeNumber(run.document.normMinutes, language, { maximumFractionDigits: 1 })
  return [
    [say(language, 'Locaties open', 'Sites open'), give(outcome.openSites)],
    [say(language, 'Voorzieningen open, zoals scholen', 'Facilities open, such as schools'), give(outcome.openFacilities)],
    [say(language, 'Minuten gemiddeld', 'Minutes on average'), give(outcome.meanMinutes)],
    [say(language, 'Minuten, tiende deel dat het verst reist', 'Minutes, tenth that travels longest'), give(outcome.worstTenthMinutes)],
    [say(language, 'Langste rit (minuten)', 'Longest trip (minutes)'), give(outcome.longestMinutes)],
    [say(language, 'Langste rit vanuit', 'Longest trip from'), outcome.longestFrom ?? '–'],
    [say(language, `Buiten de norm van ${norm} minuten (${people})`, `Beyond the norm of ${norm} minutes (${people})`), give(outcome.beyondNorm, 0)],
    ...(run.document.mobile === undefined
      ? []
      : ([
          [say(language, 'Haltes van de rijdende voorziening', 'Stops of the mobile service'), give(outcome.stops)],
          [say(language, `Gaan naar een halte (${people})`, `Go to a stop (${people})`), give(outcome.atStops, 0)],
          [say(language, 'Minuten voor het wachten op de dag, meegeteld bij een halte', 'Minutes for the wait for the day, counted at a stop'), give(run.document.mobile.waitingMinutes)],
        ] satisfies AboutLine[])),
    ...describeNorms(run, outcome, language),
    ...(outcome.withoutCar === undefined
      ? []
      : ([
          [say(language, 'Huishoudens zonder auto (schatting): minuten gemiddeld', 'Households without a car (estimate): minutes on average'), give(outcome.withoutCar.meanMinutes)],
          [say(language, `Huishoudens zonder auto (schatting) buiten ${norm} minuten`, `Households without a car (estimate) beyond ${norm} minutes`), give(outcome.withoutCar.beyondNorm, 0)],
        ] satisfies AboutLine[])),
    [say(language, `Kan geen locatie bereiken (${people})`, `Can reach no site (${people})`), give(outcome.unserved, 0)],
    [say(language, `Van buiten het gebied (${people})`, `From outside the area (${people})`), give(outcome.arriving, 0)],
    [say(language, `Gaan het gebied uit (${people})`, `Leave the area (${people})`), give(outcome.leaving, 0)],
    ...describeCosts(run, outcome, language),
  ]
}

const COST_WORDS: Readonly<Record<YearlyCost, (years: number) => Words>> = {
  sites: () => ({ nl: 'Locaties per jaar (euro)', en: 'Sites a year (euros)' }),
  mobile: () => ({ nl: 'Rijdende voorziening per jaar (euro)', en: 'Mobile service a year (euros)' }),
  people: () => ({ nl: 'Per persoon, samen per jaar (euro)', en: 'Per person, together a year (euros)' }),
  travel: () => ({ nl: 'Vervoer per jaar (euro)', en: 'Transport a year (euros)' }),
  oncePerYear: (years) => ({ nl: `Eenmalige kosten, verdeeld over ${years} jaar, per jaar (euro)`, en: `Paid once, spread over ${years} years, a year (euros)` }),
}

/** The parts, and then what they are together. */
function describeCosts(run: SitingRunAnswer, { costs }: SitingOutcome, language: Language): AboutLine[] {
  const give = (value: number | null) => roundTo(value, 0) ?? say(language, 'niet bekend: vul eigen bedragen in', 'not known: fill in amounts of your own')
  const parts = listKnownCosts([run.today, ...run.plans], run.document.mobile !== undefined)
  return [
    ...parts.map((part): AboutLine => [COST_WORDS[part](getSpreadYears(run.document))[language], give(costs[part])]),
    [say(language, 'Kosten per jaar (euro)', 'Costs a year (euros)'), give(costs.perYear)],
  ]
}

function describeNorms(run: SitingRunAnswer, { norms }: SitingOutcome, language: Language): AboutLine[] {
  const write = (value: number, decimals: number) => writeNumber(value, language, { maximumFractionDigits: decimals })
  const set = run.norms?.name[language] ?? ''
  const people = PEOPLE_WORDS[run.document.people][language].toLocaleLowerCase(language)
  return norms.flatMap(({ beyond, tooSmall }, at): AboutLine[] => {
    const { mostMinutes, leastSize } = run.norms!.norms[at]!
    const small = leastSize === undefined ? '' : `${set}: ${say(language, `locaties met minder dan ${write(leastSize, 0)}`, `sites with fewer than ${write(leastSize, 0)}`)}`
    return [
      ...(mostMinutes === undefined ? [] : [[`${set}: ${say(language, `verder dan ${write(mostMinutes, 1)} minuten`, `further than ${write(mostMinutes, 1)} minutes`)} (${people})`, roundTo(beyond, 0) ?? say(language, 'niet gemeten (andere manier van reizen)', 'not measured (another way of travelling)')] satisfies AboutLine]),
      ...(leastSize === undefined ? [] : ([[small, tooSmall!.length], [`${small}, ${say(language, 'namelijk', 'namely')}`, tooSmall!.map((site) => run.sites[site]!.name).join(', ') || '–']] satisfies AboutLine[])),
    ]
  })
}

const round = (value: number | null): number | null => (value === null ? null : Math.round(100 * value) / 100)

/** A point a site, a line from every buurt to its site. */
export function makeSitingFeatures(statistics: Statistics, run: SitingRunAnswer, plan: number, language: Language): FeatureFile {
  const outcome = getOutcome(run, plan)
  const fateOf = new Map(outcome.sites.map((own) => [own.site, own]))
  const sites = run.sites.flatMap((site, at) => {
    const own = fateOf.get(at)
    if (own === undefined && site.kind === 'candidate') return []
    const { id, name, village, kind, point } = site
    return [{
      type: 'Feature' as const, id, geometry: { type: 'Point' as const, coordinates: [...point] },
      properties: { what: 'site', name, village, kind, ...(own?.stop && { daysPerWeek: own.stop.daysPerWeek }), ...(own && { fate: own.fate, peopleToday: round(own.peopleToday), people: round(own.people), why: own.sentence[language] }) },
    }]
  })
  const trips = outcome.trips.map(({ place, site, people, minutes }) => {
    const [from, to] = [run.places[place]!, run.sites[site]!]
    return {
      type: 'Feature' as const, id: `${from.code}-${to.id}`, geometry: { type: 'LineString' as const, coordinates: [[...from.point], [...to.point]] },
      properties: { what: 'trip', place: from.code, name: from.name, site: to.id, people: round(people), minutes: round(minutes) },
    }
  })
  return describeFeatures(makeSitingTable(statistics, run, plan, language), [...sites, ...trips])
}
