/** School: how far schools and child care are, how far people got in school. */
import type { Indicator } from '#domain/indicator.ts'
import { UNITS, count, inTheme, type Draft } from '#domain/indicators/build.ts'
import { kwb, map2020 } from '#domain/indicators/columns.ts'
import { distance, numberWithin } from '#domain/indicators/nearness.ts'

const level = (id: string, key: string, number: number, title: string, nl: readonly [string, string], en: readonly [string, string]): Draft =>
  count(id, { nl, en, unit: UNITS.people, base: 'population', columns: [...kwb(key, number), ...map2020(title)] })

export const SCHOOL: readonly Indicator[] = inTheme('school', [
  distance('distanceToPrimarySchool', ['een basisschool', 'de dichtstbijzijnde basisschool'], ['a primary school', 'the nearest primary school'], [
    ...kwb('AfstandTotSchool', 108),
    ...map2020('Afstand tot basisscholen (km)'),
  ]),
  numberWithin('primarySchoolsWithin1Km', 1, 'basisscholen', 'primary schools', map2020('Aantal basisscholen binnen 1 km')),
  numberWithin('primarySchoolsWithin3Km', 3, 'basisscholen', 'primary schools', [
    ...kwb('ScholenBinnen3Km', 109),
    ...map2020('Aantal basisscholen binnen 3 km'),
  ]),
  numberWithin('primarySchoolsWithin5Km', 5, 'basisscholen', 'primary schools', map2020('Aantal basisscholen binnen 5 km')),
  distance('distanceToDayCare', ['een kinderdagverblijf', 'het dichtstbijzijnde kinderdagverblijf'], ['day care for children', 'the nearest day care for children'], [
    ...kwb('AfstandTotKinderdagverblijf', 107),
    ...map2020('Afstand tot kinderdagverblijf  (km)'),
  ]),
  numberWithin('dayCareWithin3Km', 3, 'kinderdagverblijven', 'day care centres', map2020('Aantal kinderdagverblijf  binnen 3 km')),
  distance('distanceToAfterSchoolCare', ['buitenschoolse opvang', 'de dichtstbijzijnde buitenschoolse opvang'], ['after-school care', 'the nearest after-school care'], map2020('Afstand tot buitenschoolse opvang  (km)')),
  distance('distanceToSecondarySchool', ['een middelbare school', 'de dichtstbijzijnde middelbare school'], ['a secondary school', 'the nearest secondary school'], map2020('Afstand tot voortgezet onderwijs (km)')),
  numberWithin('secondarySchoolsWithin5Km', 5, 'middelbare scholen', 'secondary schools', map2020('Aantal voortgezet onderwijs binnen 5 km')),
  distance('distanceToVmbo', ['een school voor vmbo', 'de dichtstbijzijnde school voor vmbo'], ['a school for vmbo', 'the nearest school for vmbo (pre-vocational education)'], map2020('Afstand tot scholen VMBO (km)')),
  distance('distanceToHavoVwo', ['een school voor havo of vwo', 'de dichtstbijzijnde school voor havo of vwo'], ['a school for havo or vwo', 'the nearest school for havo or vwo (general secondary education)'], map2020('Afstand tot scholen HAVO/VWO (km)')),
  level('educationLow', 'OpleidingsniveauLaag', 64, 'Aantal personen met laag opleidingsniveau', ['Mensen met basisonderwijs of vmbo', 'Inwoners van 15 tot 75 jaar van wie basisonderwijs, vmbo of mbo 1 de hoogste opleiding is.'], ['People with primary or pre-vocational education', 'Inhabitants aged 15 to 75 whose highest level is primary school, vmbo or mbo 1.']),
  level('educationMiddle', 'OpleidingsniveauMiddelbaar', 65, 'Aantal personen met middelbaar opleidingsniveau', ['Mensen met mbo, havo of vwo', 'Inwoners van 15 tot 75 jaar van wie mbo 2, 3 of 4, havo of vwo de hoogste opleiding is.'], ['People with mbo, havo or vwo', 'Inhabitants aged 15 to 75 whose highest level is mbo 2, 3 or 4, havo or vwo.']),
  level('educationHigh', 'OpleidingsniveauHoog', 66, 'Aantal personen met hoog opleidingsniveau', ['Mensen met hbo of universiteit', 'Inwoners van 15 tot 75 jaar van wie hbo of universiteit de hoogste opleiding is.'], ['People with higher education', 'Inhabitants aged 15 to 75 whose highest level is hbo or university.']),
])
