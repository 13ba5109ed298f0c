/** How people live together. */
import type { Indicator } from '#domain/indicator.ts'
import { UNITS, count, inTheme, rate } from '#domain/indicators/build.ts'
import { kwb } from '#domain/indicators/columns.ts'

/** Two columns about origin came before these in 2023, so that their numbers moved up by one. */
const householdColumns = (name: string, number: number) =>
  kwb(name, { 2020: number, 2021: number, 2022: number, 2023: number + 1, 2024: number + 1 })

export const HOUSEHOLDS: readonly Indicator[] = inTheme('population', [
  count('households', {
    nl: ['Huishoudens', 'Het aantal particuliere huishoudens: mensen die alleen of samen wonen. Mensen in een instelling tellen niet mee.'],
    en: ['Households', 'The number of private households: people who live alone or together. People in institutions are not included.'],
    unit: UNITS.households,
    columns: householdColumns('HuishoudensTotaal', 28),
  }),
  count('onePersonHouseholds', {
    nl: ['Eenpersoonshuishoudens', 'Het aantal huishoudens van één persoon.'],
    en: ['One-person households', 'The number of households of one person.'],
    unit: UNITS.households,
    columns: householdColumns('Eenpersoonshuishoudens', 29),
  }),
  count('householdsWithoutChildren', {
    nl: ['Huishoudens zonder kinderen', 'Het aantal huishoudens van twee of meer personen zonder thuiswonende kinderen.'],
    en: ['Households without children', 'The number of households of two or more persons without children living at home.'],
    unit: UNITS.households,
    columns: householdColumns('HuishoudensZonderKinderen', 30),
  }),
  count('householdsWithChildren', {
    nl: ['Huishoudens met kinderen', 'Het aantal huishoudens met een of meer thuiswonende kinderen.'],
    en: ['Households with children', 'The number of households with one or more children living at home.'],
    unit: UNITS.households,
    columns: householdColumns('HuishoudensMetKinderen', 31),
  }),
  rate('averageHouseholdSize', {
    nl: ['Gemiddelde huishoudensgrootte', 'Uit hoeveel personen een huishouden gemiddeld bestaat, zoals het CBS het publiceert.'],
    en: ['Average household size', 'How many persons a household has on average, as published by Statistics Netherlands.'],
    unit: UNITS.persons,
    decimals: 1,
    columns: householdColumns('GemiddeldeHuishoudensgrootte', 32),
    weight: 'households',
  }),
])
