/** A siting question as people read it: every choice with its answer, for a file and for paper. */
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { FACILITY_WORDS } from '#domain/facility.ts'
import type { SitingDocument } from '#domain/siting-document.ts'
import type { Words } from '#domain/words.ts'
import { BY_MODE } from '#steps/explore/reach/travel-modes.ts'
import type { SitingGround } from '#steps/explore/siting/siting-ground.ts'
import { includesSite, nameSite } from '#steps/explore/siting/siting-sites.ts'
import { GOAL_WORDS, listNames, PEOPLE_WORDS, writeAmount } from '#steps/explore/siting/siting-words.ts'

type QuestionLine = SitingRunAnswer['question'][number]

/** What was left as it is where it bounds nothing is left out. */
export function describeQuestion({ document, sites, demand }: Pick<SitingGround, 'document' | 'sites' | 'demand'>, areaName: string): QuestionLine[] {
  const amount = (value: number, nl: string, en: string): Words => ({ nl: `${writeAmount(value, 'nl', 1)} ${nl}`.trim(), en: `${writeAmount(value, 'en', 1)} ${en}`.trim() })
  const who = PEOPLE_WORDS[document.people]
  const age: Words = document.people === 'children4to11' ? { nl: ' van 4 tot en met 11 jaar', en: ' aged 4 to 11' } : { nl: '', en: '' }
  const line = (nl: string, en: string, text: Words | undefined | false): QuestionLine[] => (text ? [{ label: { nl, en }, text }] : [])
  const named = (ids: readonly string[]): Words | false => ids.length > 0 && listNames(sites.filter((site) => includesSite(ids, site)).map(nameSite))
  const several = Object.keys(document.minimumSizes).length + Object.keys(document.capacities).length
  return [
    ...line('Voorziening', 'Facility', FACILITY_WORDS[document.facilityType].name),
    ...line('Gebied', 'Area', { nl: areaName, en: areaName }),
    ...line('Wie tellen mee', 'Who counts', { nl: `${who.nl}${age.nl}, ${demand.year}`, en: `${who.en}${age.en}, ${demand.year}` }),
    ...line('Hoe gaan zij', 'How they go', BY_MODE[document.mode]),
    ...line('Doel', 'Goal', GOAL_WORDS[document.goal]),
    ...line('Norm', 'Norm', amount(document.normMinutes, 'minuten', 'minutes')),
    ...line('Locaties open, hoogstens', 'Sites open, at most', document.openCount !== undefined && document.goal !== 'setCovering' && amount(document.openCount, '', '')),
    ...line('Nieuwe locaties, hoogstens', 'New sites, at most', document.newSites > 0 && amount(document.newSites, '', '')),
    ...line('Minimum per locatie', 'Minimum per site', document.minimumSize > 0 && amount(document.minimumSize, who.nl, who.en)),
    ...line('Maximum per locatie', 'Maximum per site', document.capacity !== undefined && amount(document.capacity, who.nl, who.en)),
    ...line('Eigen minimum of maximum', 'Minimum or maximum of their own', several > 0 && amount(several, 'gemeenten of locaties', 'municipalities or sites')),
    ...line('Wie gaat waarheen', 'Who goes where', document.assignment === 'planned' && { nl: 'zoals het plan het verdeelt', en: 'as the plan divides them' }),
    ...line('Budget per jaar voor locaties', 'Budget a year for sites', document.budget !== undefined && amount(document.budget, 'euro', 'euros')),
    ...line('Moet open blijven', 'Must stay open', named(document.forced)),
    ...line('Moet dicht', 'Must close', named(document.forbidden)),
    ...line('Rijdende voorziening', 'Mobile service', document.mobile !== undefined && describeMobile(document.mobile)),
    ...line('Samen één locatie binnen', 'One site together within', document.togetherMetres > 0 && amount(document.togetherMetres, 'meter', 'metres')),
    ...line('Scenario', 'Scenario', document.scenario !== undefined && { nl: document.scenario.name, en: document.scenario.name }),
    ...line('Bedragen', 'Amounts', describeCosts(document.costs)),
  ]
}

function describeMobile({ vehicleDays, daysPerStop, waitingMinutes }: NonNullable<SitingDocument['mobile']>): Words {
  const write = (language: keyof Words) => [vehicleDays, daysPerStop, waitingMinutes].map((value) => writeAmount(value, language, 1))
  const [nl, en] = [write('nl'), write('en')]
  return {
    nl: `samen ${nl[0]} dagen per week, per halte ${nl[1]}, en ${nl[2]} minuten voor het wachten`,
    en: `${en[0]} days a week together, ${en[1]} at a stop, and ${en[2]} minutes for the wait`,
  }
}

function describeCosts(costs: SitingDocument['costs']): Words {
  const write = (language: keyof Words) => (value: number) => writeAmount(value, language, 2)
  const [nl, en] = [write('nl'), write('en')]
  const part = (value: number | undefined, say: (value: number) => Words): Words[] => (value === undefined ? [] : [say(value)])
  const parts = [
    ...part(costs.site, (value) => ({ nl: `${nl(value)} euro per jaar per voorziening`, en: `${en(value)} euros a year per facility` })),
    ...part(costs.person, (value) => ({ nl: `${nl(value)} euro per jaar per persoon`, en: `${en(value)} euros a year per person` })),
    ...part(costs.personKilometre, (value) => ({ nl: `${nl(value)} euro per kilometer`, en: `${en(value)} euros a kilometre` })),
    ...part(costs.tripsPerYear, (value) => ({ nl: `${nl(value)} ritten per jaar`, en: `${en(value)} trips a year` })),
    ...part(costs.closing, (value) => ({ nl: `sluiten ${nl(value)} euro, over ${nl(costs.years)} jaar`, en: `closing ${en(value)} euros, over ${en(costs.years)} years` })),
    ...part(costs.opening, (value) => ({ nl: `bouwen ${nl(value)} euro, over ${nl(costs.years)} jaar`, en: `building ${en(value)} euros, over ${en(costs.years)} years` })),
  ]
  if (parts.length === 0) return { nl: 'niet bekend, en niet ingevuld', en: 'not known, and not filled in' }
  return { nl: parts.map((one) => one.nl).join('; '), en: parts.map((one) => one.en).join('; ') }
}
