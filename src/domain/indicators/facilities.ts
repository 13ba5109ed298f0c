/** How near daily life is: shops, places to meet, culture, sports and transport. */
import type { Indicator, SourceColumn } from '#domain/indicator.ts'
import { kwb, municipalities2020 } from '#domain/indicators/define.ts'
import { defineDistance, defineNumberWithin } from '#domain/indicators/proximity.ts'

const theme = 'community'

type Words = readonly [name: string, nearest: string]

/** Distance, by what stands after 'Afstand tot' in the columns of 2020. */
const distance = (id: string, title: string, nl: Words, en: Words, yearly: readonly SourceColumn[] = []): Indicator =>
  defineDistance({
    id: `distanceTo${id}`,
    theme,
    name: { nl: nl[0], en: en[0] },
    nearest: { nl: nl[1], en: en[1] },
    columns: [...yearly, ...municipalities2020(`Afstand tot ${title} (km)`)],
  })

/** Number within a distance, by what stands after 'Aantal' in the columns of 2020. */
const within = (kilometres: number, id: string, title: string, nl: string, en: string): Indicator =>
  defineNumberWithin({
    id: `${id}Within${kilometres}Km`,
    theme,
    name: { nl, en },
    kilometres,
    columns: municipalities2020(`Aantal ${title} binnen ${kilometres} km`),
  })

const SUPERMARKETS = kwb({
  2020: 'AfstandTotGroteSupermarkt_106',
  2021: 'AfstandTotGroteSupermarkt_107',
  2022: 'AfstandTotGroteSupermarkt_107',
  2023: 'AfstandTotGroteSupermarkt_113',
  2024: 'AfstandTotGroteSupermarkt_118',
})

const SHOPS: readonly Indicator[] = [
  distance('Supermarket', 'grote supermarkt', ['een grote supermarkt', 'de dichtstbijzijnde grote supermarkt'], ['a large supermarket', 'the nearest large supermarket'], SUPERMARKETS),
  within(3, 'supermarkets', ' grote supermarkten', 'grote supermarkten', 'large supermarkets'),
  distance('FoodShop', 'overige dagelijkse levensmiddelen', ['een andere levensmiddelenwinkel', 'de dichtstbijzijnde bakker, slager of andere winkel met eten'], ['another food shop', 'the nearest baker, butcher or other shop with food']),
  within(3, 'foodShops', 'winkels overige dagelijkse levensmiddelen', 'andere levensmiddelenwinkels', 'other food shops'),
  distance('DepartmentStore', 'warenhuis', ['een warenhuis', 'het dichtstbijzijnde warenhuis'], ['a department store', 'the nearest department store']),
]

const MEETING_PLACES: readonly Indicator[] = [
  distance('Cafe', 'café', ['een café', 'het dichtstbijzijnde café'], ['a café', 'the nearest café']),
  within(3, 'cafes', 'cafés', 'cafés', 'cafés'),
  distance('SnackBar', 'cafetaria', ['een cafetaria', 'de dichtstbijzijnde cafetaria'], ['a snack bar', 'the nearest snack bar']),
  distance('Restaurant', 'restaurant', ['een restaurant', 'het dichtstbijzijnde restaurant'], ['a restaurant', 'the nearest restaurant']),
  within(3, 'restaurants', 'restaurants', 'restaurants', 'restaurants'),
  distance('Hotel', 'hotel', ['een hotel', 'het dichtstbijzijnde hotel'], ['a hotel', 'the nearest hotel']),
  distance('Library', 'bibliotheek', ['een bibliotheek', 'de dichtstbijzijnde bibliotheek'], ['a library', 'the nearest library']),
]

const CULTURE_AND_SPORTS: readonly Indicator[] = [
  distance('SwimmingPool', 'zwembad', ['een zwembad', 'het dichtstbijzijnde zwembad'], ['a swimming pool', 'the nearest swimming pool']),
  distance('IceRink', 'kunstijsbaan', ['een kunstijsbaan', 'de dichtstbijzijnde kunstijsbaan'], ['an ice rink', 'the nearest ice rink']),
  distance('Sauna', 'sauna', ['een sauna', 'de dichtstbijzijnde sauna'], ['a sauna', 'the nearest sauna']),
  distance('Cinema', 'bioscoop', ['een bioscoop', 'de dichtstbijzijnde bioscoop'], ['a cinema', 'the nearest cinema']),
  within(10, 'cinemas', 'bioscoop', 'bioscopen', 'cinemas'),
  distance('PopVenue', 'poppodium', ['een poppodium', 'het dichtstbijzijnde poppodium'], ['a pop music venue', 'the nearest pop music venue']),
  distance('PerformingArts', 'podiumkunsten', ['een theater of concertzaal', 'het dichtstbijzijnde theater of de dichtstbijzijnde concertzaal'], ['a theatre or concert hall', 'the nearest theatre or concert hall']),
  within(10, 'performingArts', 'podiumkunsten', 'theaters en concertzalen', 'theatres and concert halls'),
  distance('Museum', 'museum', ['een museum', 'het dichtstbijzijnde museum'], ['a museum', 'the nearest museum']),
  within(10, 'museums', 'musea', 'musea', 'museums'),
  distance('Attraction', 'attractie', ['een attractie', 'de dichtstbijzijnde attractie, zoals een dierentuin of pretpark'], ['an attraction', 'the nearest attraction, such as a zoo or amusement park']),
]

const TRANSPORT: readonly Indicator[] = [
  distance('MainRoad', 'oprit hoofdverkeersweg', ['een oprit van een hoofdweg', 'de dichtstbijzijnde oprit van een snelweg of provinciale weg'], ['a main road', 'the nearest access to a motorway or provincial road']),
  distance('TrainStation', 'treinstation', ['een treinstation', 'het dichtstbijzijnde treinstation'], ['a train station', 'the nearest train station']),
  distance('TransferStation', 'belangrijk overstapstation', ['een groot overstapstation', 'het dichtstbijzijnde grote overstapstation'], ['a main transfer station', 'the nearest main transfer station']),
]

export const FACILITY_INDICATORS: readonly Indicator[] = [...SHOPS, ...MEETING_PLACES, ...CULTURE_AND_SPORTS, ...TRANSPORT]
