/** How near daily life is: shops, places to meet, culture, sports and transport. */
import type { Indicator, SourceColumn } from '#domain/indicator.ts'
import { inTheme, type Draft } from '#domain/indicators/build.ts'
import { kwb, map2020 } from '#domain/indicators/columns.ts'
import { distance, numberWithin } from '#domain/indicators/nearness.ts'

type Words = readonly [name: string, nearest: string]

/** Distance, by what stands after 'Afstand tot' in the columns of 2020. */
const distanceTo = (id: string, title: string, nl: Words, en: Words, yearly: readonly SourceColumn[] = []): Draft =>
  distance(`distanceTo${id}`, nl, en, [...yearly, ...map2020(`Afstand tot ${title} (km)`)])

/** Number within a distance, by what stands after 'Aantal' in the columns of 2020. */
const within = (kilometres: number, id: string, title: string, nl: string, en: string): Draft =>
  numberWithin(`${id}Within${kilometres}Km`, kilometres, nl, en, map2020(`Aantal ${title} binnen ${kilometres} km`))

const SUPERMARKETS = kwb('AfstandTotGroteSupermarkt', { 2020: 106, 2021: 107, 2022: 107, 2023: 113, 2024: 118 })

const SHOPS: readonly Draft[] = [
  distanceTo('Supermarket', 'grote supermarkt', ['een grote supermarkt', 'de dichtstbijzijnde grote supermarkt'], ['a large supermarket', 'the nearest large supermarket'], SUPERMARKETS),
  within(3, 'supermarkets', ' grote supermarkten', 'grote supermarkten', 'large supermarkets'),
  distanceTo('FoodShop', 'overige dagelijkse levensmiddelen', ['een andere levensmiddelenwinkel', 'de dichtstbijzijnde bakker, slager of andere winkel met eten'], ['another food shop', 'the nearest baker, butcher or other shop with food']),
  within(3, 'foodShops', 'winkels overige dagelijkse levensmiddelen', 'andere levensmiddelenwinkels', 'other food shops'),
  distanceTo('DepartmentStore', 'warenhuis', ['een warenhuis', 'het dichtstbijzijnde warenhuis'], ['a department store', 'the nearest department store']),
]

const MEETING_PLACES: readonly Draft[] = [
  distanceTo('Cafe', 'café', ['een café', 'het dichtstbijzijnde café'], ['a café', 'the nearest café']),
  within(3, 'cafes', 'cafés', 'cafés', 'cafés'),
  distanceTo('SnackBar', 'cafetaria', ['een cafetaria', 'de dichtstbijzijnde cafetaria'], ['a snack bar', 'the nearest snack bar']),
  distanceTo('Restaurant', 'restaurant', ['een restaurant', 'het dichtstbijzijnde restaurant'], ['a restaurant', 'the nearest restaurant']),
  within(3, 'restaurants', 'restaurants', 'restaurants', 'restaurants'),
  distanceTo('Hotel', 'hotel', ['een hotel', 'het dichtstbijzijnde hotel'], ['a hotel', 'the nearest hotel']),
  distanceTo('Library', 'bibliotheek', ['een bibliotheek', 'de dichtstbijzijnde bibliotheek'], ['a library', 'the nearest library']),
]

const CULTURE_AND_SPORTS: readonly Draft[] = [
  distanceTo('SwimmingPool', 'zwembad', ['een zwembad', 'het dichtstbijzijnde zwembad'], ['a swimming pool', 'the nearest swimming pool']),
  distanceTo('IceRink', 'kunstijsbaan', ['een kunstijsbaan', 'de dichtstbijzijnde kunstijsbaan'], ['an ice rink', 'the nearest ice rink']),
  distanceTo('Sauna', 'sauna', ['een sauna', 'de dichtstbijzijnde sauna'], ['a sauna', 'the nearest sauna']),
  distanceTo('Cinema', 'bioscoop', ['een bioscoop', 'de dichtstbijzijnde bioscoop'], ['a cinema', 'the nearest cinema']),
  within(10, 'cinemas', 'bioscoop', 'bioscopen', 'cinemas'),
  distanceTo('PopVenue', 'poppodium', ['een poppodium', 'het dichtstbijzijnde poppodium'], ['a pop music venue', 'the nearest pop music venue']),
  distanceTo('PerformingArts', 'podiumkunsten', ['een theater of concertzaal', 'het dichtstbijzijnde theater of de dichtstbijzijnde concertzaal'], ['a theatre or concert hall', 'the nearest theatre or concert hall']),
  within(10, 'performingArts', 'podiumkunsten', 'theaters en concertzalen', 'theatres and concert halls'),
  distanceTo('Museum', 'museum', ['een museum', 'het dichtstbijzijnde museum'], ['a museum', 'the nearest museum']),
  within(10, 'museums', 'musea', 'musea', 'museums'),
  distanceTo('Attraction', 'attractie', ['een attractie', 'de dichtstbijzijnde attractie, zoals een dierentuin of pretpark'], ['an attraction', 'the nearest attraction, such as a zoo or amusement park']),
]

const TRANSPORT: readonly Draft[] = [
  distanceTo('MainRoad', 'oprit hoofdverkeersweg', ['een oprit van een hoofdweg', 'de dichtstbijzijnde oprit van een snelweg of provinciale weg'], ['a main road', 'the nearest access to a motorway or provincial road']),
  distanceTo('TrainStation', 'treinstation', ['een treinstation', 'het dichtstbijzijnde treinstation'], ['a train station', 'the nearest train station']),
  distanceTo('TransferStation', 'belangrijk overstapstation', ['een groot overstapstation', 'het dichtstbijzijnde grote overstapstation'], ['a main transfer station', 'the nearest main transfer station']),
]

export const FACILITIES: readonly Indicator[] = inTheme('community', [...SHOPS, ...MEETING_PLACES, ...CULTURE_AND_SPORTS, ...TRANSPORT])
