/** Community: how people get about. Shops and places to meet are in `facilities.ts`. */
import type { Indicator } from '#domain/indicator.ts'
import { UNITS, count, density, inTheme, rate } from '#domain/indicators/build.ts'
import { kwb } from '#domain/indicators/columns.ts'

export const COMMUNITY: readonly Indicator[] = inTheme('community', [
  count('cars', {
    nl: ["Auto's", "Hoeveel personenauto's er op adressen in het gebied staan. Auto's van leasebedrijven tellen mee op het adres van het bedrijf."],
    en: ['Cars', 'How many passenger cars are registered at addresses in the area. Cars of leasing companies count at the address of the company.'],
    columns: kwb('PersonenautoSTotaal', 99),
  }),
  count('carsPetrol', {
    nl: ["Auto's op benzine", "Hoeveel van de personenauto's op benzine rijden."],
    en: ['Petrol cars', 'How many of the passenger cars run on petrol.'],
    base: 'cars',
    columns: kwb('PersonenautoSBrandstofBenzine', 100),
  }),
  count('carsOtherFuel', {
    nl: ["Auto's op andere brandstof", "Hoeveel van de personenauto's op iets anders rijden, zoals diesel, gas of stroom."],
    en: ['Cars on other fuel', 'How many of the passenger cars run on something else, such as diesel, gas or electricity.'],
    base: 'cars',
    columns: kwb('PersonenautoSOverigeBrandstof', 101),
  }),
  rate('carsPerHousehold', {
    nl: ["Auto's per huishouden", "Hoeveel personenauto's er gemiddeld per huishouden zijn, volgens het CBS. Boven 2,5 geeft het CBS geen cijfer."],
    en: ['Cars per household', 'How many passenger cars there are per household on average, according to Statistics Netherlands. Above 2.5 it gives no figure.'],
    unit: UNITS.perHousehold,
    decimals: 1,
    weight: 'households',
    columns: kwb('PersonenautoSPerHuishouden', { 2020: 102, 2021: 103, 2022: 103, 2023: 109, 2024: 114 }),
  }),
  density('carsPerSquareKilometre', {
    nl: ["Auto's per vierkante kilometer", "Het aantal personenauto's gedeeld door de oppervlakte van het land."],
    en: ['Cars per square kilometre', 'The number of passenger cars divided by the area of land.'],
    unit: UNITS.perSquareKilometre,
    weight: 'cars',
    columns: kwb('PersonenautoSNaarOppervlakte', 103),
  }),
  count('motorcycles', {
    nl: ['Motoren', 'Hoeveel motorfietsen er op adressen in het gebied staan.'],
    en: ['Motorcycles', 'How many motorcycles are registered at addresses in the area.'],
    columns: kwb('Motorfietsen', 104),
  }),
])
