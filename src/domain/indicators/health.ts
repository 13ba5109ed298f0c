/** Health and care: how far care is, and who receives help. */
import type { Indicator } from '#domain/indicator.ts'
import { UNITS, count, inTheme, rate } from '#domain/indicators/build.ts'
import { kwb, map2020 } from '#domain/indicators/columns.ts'
import { distance, numberWithin } from '#domain/indicators/nearness.ts'

export const HEALTH: readonly Indicator[] = inTheme('health', [
  distance('distanceToGeneralPractice', ['een huisarts', 'de dichtstbijzijnde huisartsenpraktijk'], ['a general practice', 'the nearest general practice'], [
    ...kwb('AfstandTotHuisartsenpraktijk', 105),
    ...map2020('Afstand tot huisartsenpraktijk (km)'),
  ]),
  numberWithin('generalPracticesWithin3Km', 3, 'huisartsenpraktijken', 'general practices', map2020('Aantal huisartsenpraktijken binnen 3 km')),
  numberWithin('generalPracticesWithin5Km', 5, 'huisartsenpraktijken', 'general practices', map2020('Aantal huisartsenpraktijken binnen 5 km')),
  distance('distanceToOutOfHoursCare', ['een huisartsenpost', 'de dichtstbijzijnde huisartsenpost, voor avond, nacht en weekend'], ['an out-of-hours practice', 'the nearest practice for evenings, nights and weekends'], map2020('Afstand tot huisartsenpost (km)')),
  distance('distanceToPharmacy', ['een apotheek', 'de dichtstbijzijnde apotheek'], ['a pharmacy', 'the nearest pharmacy'], map2020('Afstand tot apotheek (km)')),
  distance('distanceToHospital', ['een ziekenhuis', 'het dichtstbijzijnde ziekenhuis'], ['a hospital', 'the nearest hospital'], map2020('Afstand tot ziekenhuis excl. Buitenpolikliniek (km)')),
  distance('distanceToHospitalOrClinic', ['een ziekenhuis of polikliniek', 'het dichtstbijzijnde ziekenhuis of de dichtstbijzijnde polikliniek'], ['a hospital or outpatient clinic', 'the nearest hospital or outpatient clinic'], map2020('Afstand tot ziekenhuis incl. buitenpolikliniek (km)')),
  numberWithin('hospitalsWithin20Km', 20, 'ziekenhuizen', 'hospitals', map2020('Aantal ziekenhuizen excl. Buitenpolikliniek binnen 20 km')),
  count('youthCare', {
    nl: ['Jongeren met jeugdzorg', 'Hoeveel jongeren tot 23 jaar in het jaar jeugdzorg kregen. Afgerond op vijf.'],
    en: ['Young people in youth care', 'How many people under 23 received youth care in the year. Rounded to five.'],
    unit: UNITS.people,
    direction: 'lowerIsBetter',
    base: 'population',
    columns: kwb('JongerenMetJeugdzorgInNatura', 87),
  }),
  rate('shareYouthCare', {
    nl: ['Deel van de jongeren met jeugdzorg', 'Welk deel van de jongeren tot 23 jaar in het jaar jeugdzorg kreeg.'],
    en: ['Share of young people in youth care', 'The share of people under 23 who received youth care in the year.'],
    unit: UNITS.percent,
    decimals: 1,
    direction: 'lowerIsBetter',
    weight: 'age0to14',
    columns: kwb('PercentageJongerenMetJeugdzorg', 88),
  }),
  count('wmoClients', {
    nl: ['Mensen met hulp uit de Wmo', 'Hoeveel inwoners hulp op maat van de gemeente krijgen, zoals hulp in huis. Afgerond op vijf.'],
    en: ['People with support under the Wmo', 'How many inhabitants receive tailored support from the municipality, such as help at home. Rounded to five.'],
    unit: UNITS.people,
    base: 'population',
    columns: kwb('WmoClienten', 89),
  }),
  rate('wmoClientsPerThousand', {
    nl: ['Mensen met hulp uit de Wmo per 1.000 inwoners', 'Hoeveel van elke 1.000 inwoners hulp op maat van de gemeente krijgen.'],
    en: ['People with support under the Wmo per 1,000 inhabitants', 'How many of every 1,000 inhabitants receive tailored support from the municipality.'],
    unit: UNITS.perThousand,
    weight: 'population',
    columns: kwb('WmoClientenRelatief', 90),
  }),
])
