/** The land itself: how large, how built up, and the codes that publishers give it. */
import type { Indicator } from '#domain/indicator.ts'
import { UNITS, code, count, density, inTheme, rate, type Draft } from '#domain/indicators/build.ts'
import { kwb } from '#domain/indicators/columns.ts'

const area = (id: string, key: string, number: number, nl: readonly [string, string], en: readonly [string, string]): Draft =>
  count(id, { nl, en, unit: UNITS.hectares, columns: kwb(key, number) })

export const LAND: readonly Indicator[] = inTheme('population', [
  area('areaTotal', 'OppervlakteTotaal', 110, ['Oppervlakte', 'Hoeveel hectare land en water er samen zijn.'], ['Area', 'How many hectares of land and water there are together.']),
  area('areaLand', 'OppervlakteLand', 111, ['Oppervlakte land', 'Hoeveel hectare land er is.'], ['Area of land', 'How many hectares of land there are.']),
  area('areaWater', 'OppervlakteWater', 112, ['Oppervlakte water', 'Hoeveel hectare water er is. Water van zee en getijden telt alleen mee voor gemeenten.'], ['Area of water', 'How many hectares of water there are. Sea and tidal water count for municipalities only.']),
  density('populationDensity', {
    nl: ['Inwoners per vierkante kilometer', 'Het aantal inwoners gedeeld door de oppervlakte van het land, zonder water.'],
    en: ['Inhabitants per square kilometre', 'The number of inhabitants divided by the area of land, without water.'],
    unit: UNITS.perSquareKilometre,
    weight: 'population',
    columns: kwb('Bevolkingsdichtheid', { 2020: 33, 2021: 33, 2022: 33, 2023: 34, 2024: 34 }),
  }),
  code('urbanity', {
    nl: ['Stedelijkheid in vijf klassen', 'Hoe stedelijk het is: 1 is zeer stedelijk, 5 is niet stedelijk.'],
    en: ['Degree of urbanisation in five classes', 'How urban it is: 1 is very urban, 5 is not urban.'],
    base: 'population',
    columns: kwb('MateVanStedelijkheid', 115),
  }),
  rate('addressDensity', {
    nl: ['Adressen in de omgeving', 'Hoeveel adressen er per vierkante kilometer zijn, in een cirkel van een kilometer rond elk adres.'],
    en: ['Addresses in the surroundings', 'How many addresses there are per square kilometre, within a circle of one kilometre around each address.'],
    unit: UNITS.perSquareKilometre,
    weight: 'population',
    columns: kwb('Omgevingsadressendichtheid', 116),
  }),
  code('mostCommonPostcode', {
    nl: ['Postcode die het meest voorkomt', 'De vier cijfers van de postcode die de meeste adressen van de buurt hebben.'],
    en: ['Most common postcode', 'The four digits of the postcode that most addresses of the neighbourhood have.'],
    columns: kwb('MeestVoorkomendePostcode', 113),
  }),
  code('postcodeCoverage', {
    nl: ['Hoeveel adressen die postcode hebben', 'In zes klassen: 1 is meer dan 90 procent van de adressen, 6 is de helft of minder.'],
    en: ['How many addresses have that postcode', 'In six classes: 1 is more than 90 percent of the addresses, 6 is half or less.'],
    columns: kwb('Dekkingspercentage', 114),
  }),
  code('boundaryComparability', {
    nl: ['Vergelijkbaar met het jaar ervoor', 'Code van het CBS. 1: niets veranderd. 2: de buurt heeft een andere code gekregen. 3: de grens is veranderd.'],
    en: ['Comparable with the year before', 'Code of Statistics Netherlands. 1: nothing changed. 2: the area got another code. 3: the boundary changed.'],
    columns: kwb('IndelingswijzigingWijkenEnBuurten', 4),
  }),
])
