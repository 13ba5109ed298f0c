/** What a reader must know of a projection, in words. */
import type { Words } from '#domain/words.ts'
import type { Forecast } from '#steps/explore/forecast.ts'
import { nameChange } from '#steps/explore/scenario/describe-changes.ts'
import type { ProjectedPlace } from '#steps/explore/projected-place.ts'

const ALWAYS: readonly Words[] = [
  {
    nl: 'Op welke leeftijd mensen verhuizen is geschat met een model. Er is geen open tabel van verhuizers naar leeftijd in de cijfers.',
    en: 'At what ages people move is modelled. There is no open table of movers by age among the figures.',
  },
  {
    nl: 'Huishoudens zijn geschat: het aantal per gemeente is geteld, de verdeling over leeftijden is een model. Dat meer mensen alleen wonen, gaat nog een paar jaar door, steeds minder snel.',
    en: 'Households are modelled: their number in each municipality is counted, their spread over ages is a model. That more people live alone goes on for some years, ever more slowly.',
  },
  {
    nl: 'Mensen in verpleeghuizen, opvangcentra en andere instellingen zijn geschat uit de buurten. Zij blijven met evenveel en worden hier niet ouder.',
    en: 'People in nursing homes, reception centres and other institutions are estimated from neighbourhoods. They stay as many, and grow no older here.',
  },
]

const SMALL: Words = {
  nl: 'Een wijk of buurt is een deel van de gemeente, naar geslacht en leeftijd. Groei gaat eerst naar buurten die de laatste jaren groeiden, niet sneller dan toen. Opvang van mensen zonder huishouden of bijna zonder auto’s telt daarbij niet. Andere nieuwbouw zit er alleen in als een scenario die noemt. Dat er in een buurt iets anders gebeurt dan in de gemeente, past alleen in de marge.',
  en: 'A district or neighbourhood is a share of its municipality, by sex and age. Growth goes first to neighbourhoods that grew in the last years, no faster than they did. Reception of people without a household, or with hardly any cars, does not count as that. Other new building is in it only where a scenario names it. What happens otherwise in a neighbourhood than in the municipality fits in the interval only.',
}

/** For who asked for trajectories of a wijk or buurt. */
export const NO_DRAWS: Words = {
  nl: 'Trekkingen zijn er alleen voor gemeenten en groter. De marges en kansen hier komen uit wat eerdere prognoses van buurten misten.',
  en: 'There are trajectories of municipalities and larger areas only. Intervals and chances here come from what earlier projections of neighbourhoods missed.',
}

const DRAWN: Words = {
  nl: 'Marges uit trekkingen zijn zo breed als eerdere fouten: ook die in de leeftijd van verhuizers en in soorten huishoudens zitten erin.',
  en: 'Intervals from trajectories are as wide as past errors: those of the ages of movers and of kinds of household are in them too.',
}

export function describeProjection({ sizes, households, prepared }: Forecast, place: ProjectedPlace, changes: readonly { readonly field: string; readonly changedFigures: number }[], hasDraws: boolean): Words[] {
  const withoutEffect = changes.filter(({ changedFigures }) => changedFigures === 0).map(({ field }) => nameChange(field))
  const held = households?.heldBack.some((municipality) => place.parts.some((part) => part.municipality === municipality)) ?? false
  return [
    ...ALWAYS,
    ...(place.level === 'smallArea' ? [SMALL] : []),
    ...(hasDraws ? [DRAWN] : []),
    ...(sizes ? [describeSizes(sizes.windows)] : [{ nl: 'Er zijn te weinig eerdere jaren om een marge te berekenen.', en: 'There are too few earlier years to compute an interval.' }]),
    ...(prepared.base.basis === 'total' ? [{ nl: 'Leeftijden per gemeente zijn niet bekend: elke gemeente kreeg die van het land.', en: 'Ages of municipalities are not known: each got those of the country.' }] : []),
    ...(held ? [{ nl: 'Er zijn meer huishoudens geteld dan in het model passen. De huishoudens hier zijn daardoor te weinig.', en: 'More households were counted than the model can hold, so households are too few here.' }] : []),
    ...withoutEffect.map(({ nl, en }) => ({ nl: `${nl} van het scenario veranderde niets.`, en: `${en} of the scenario changed nothing.` })),
  ]
}

const describeSizes = ({ from, to, furthest, count }: NonNullable<Forecast['sizes']>['windows']): Words => ({
  nl: `De marge komt uit ${count} vergelijkingen van eerdere prognoses (${from} tot en met ${to}) met de telling, tot ${furthest} jaar vooruit. Verder vooruit is zij doorgetrokken.`,
  en: `The interval comes from ${count} comparisons of earlier projections (${from} to ${to}) with counts, up to ${furthest} years ahead. Beyond that it is carried on.`,
})
