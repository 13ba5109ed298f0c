/** What to know when reading how the 20 regions fare: counts of regions, and what was expected when they were chosen. */
import type { RegionOutlookAnswer, RegionProjection } from '#domain/answers/projection-answers.ts'
import { REGION_SET } from '#steps/see/selection/region-parts.ts'

type Remark = RegionOutlookAnswer['remarks'][number]
type Region = RegionOutlookAnswer['regions'][number]

/** Published with the projection that the regions were chosen on, and with the newest regional one. */
const FROM_OTHERS: readonly Remark[] = [
  {
    nl: 'De regio’s zijn gekozen op prognoses van 2014. Toen verwachtte het CBS 18 miljoen inwoners rond 2044. Nederland had er al zoveel in 2024, vooral door migratie.',
    en: 'The regions were chosen on projections of 2014. Statistics Netherlands then expected 18 million inhabitants around 2044. The Netherlands had as many in 2024 already, mostly by migration.',
    url: 'https://www.cbs.nl/nl-nl/achtergrond/2014/51/bevolkingsprognose-2014-2060-groei-door-migratie',
  },
  {
    nl: 'PBL en CBS verwachtten in 2022 nog krimp van 2,5 procent of meer in 54 gemeenten tot 2035, het meest in Eemsdelta (12,6 procent). Zij trokken de details van die prognose in 2024 in; aantallen inwoners per gemeente bleven staan. Een nieuwe is er niet.',
    en: 'In 2022 PBL and Statistics Netherlands still expected a fall of 2.5 percent or more in 54 municipalities by 2035, most of all in Eemsdelta (12.6 percent). In 2024 they withdrew the details of that projection; numbers of inhabitants of municipalities stayed. There is no newer one.',
    url: 'https://www.cbs.nl/nl-nl/visualisaties/dashboard-bevolking/regionaal/groei-en-krimp',
  },
]

export function describeOutlook(regions: readonly Region[], country: RegionOutlookAnswer['country'], from: number, to: number): Remark[] {
  if (regions.length === 0) return [...FROM_OTHERS]
  const since = regions.map(({ past }) => past.find((own) => own.from === REGION_SET.year)).filter((own) => own !== undefined)
  const fell = (kind: Region['kind']) => regions.filter((own) => own.kind === kind && (own.past.at(-1)?.changePercent ?? 0) < 0).length
  const of = (kind: Region['kind']) => regions.filter((own) => own.kind === kind).length
  const met = regions.filter(({ meets }) => meets !== 'none').length
  const meetsWithout = regions.filter(({ population, households }) => isBelow(population) || (households !== undefined && isBelow(households))).length
  const [growth, without] = [describeGrowth(country.population.changePercent), describeGrowth(country.population.withoutForeignGrowth)]
  const [chosenOn, newer] = FROM_OTHERS
  return [
    chosenOn!,
    ...(since.length === 0 ? [] : [{
      nl: `Sinds ${REGION_SET.year} hebben ${fell('shrinking')} van de ${of('shrinking')} krimpregio’s en ${fell('anticipating')} van de ${of('anticipating')} anticipeerregio’s minder inwoners (geteld tot ${from}).`,
      en: `Since ${REGION_SET.year} ${fell('shrinking')} of the ${of('shrinking')} shrinking and ${fell('anticipating')} of the ${of('anticipating')} anticipating regions have lost inhabitants (counted until ${from}).`,
    }]),
    {
      nl: `Nu voldoen ${met} van de ${regions.length} regio’s aan een van beide omschrijvingen (tot ${to}). Tot dat jaar ${growth.nl}.`,
      en: `Now ${met} of the ${regions.length} regions meet one of the two definitions (by ${to}). By then ${growth.en}.`,
    },
    {
      nl: `Het verschil met toen zit vooral in de migratie. Komen er net zoveel mensen uit het buitenland als er vertrekken, dan ${without.nl}, en voldoen ${meetsWithout} van de ${regions.length} regio’s.`,
      en: `The difference with then is mostly migration. With as many people from abroad as leave for it, ${without.en}, and ${meetsWithout} of the ${regions.length} regions meet one.`,
    },
    newer!,
  ]
}

/** Below the line of anticipating regions without growth from abroad. */
const isBelow = ({ withoutForeignGrowth }: RegionProjection): boolean => withoutForeignGrowth <= -2.5

function describeGrowth(percent: number) {
  const size = Math.abs(percent).toFixed(1)
  const [verb, word] = percent < 0 ? ['daalt', 'falls'] : ['groeit', 'grows']
  return { nl: `${verb} het aantal inwoners van heel Nederland met ${size.replace('.', ',')} procent`, en: `the population of the whole country ${word} by ${size} percent` }
}
