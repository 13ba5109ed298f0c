/** How people live together. */
import type { Indicator } from '#domain/indicator.ts'
import { defineCount, defineRate, HOUSEHOLDS, kwb, meanBy } from '#domain/indicators/define.ts'

const theme = 'population'

/** Two columns about origin came before these in 2023, so that their numbers moved up by one. */
const householdColumns = (name: string, number: number) => {
  const [before, since] = [`${name}_${number}`, `${name}_${number + 1}`]
  return kwb({ 2020: before, 2021: before, 2022: before, 2023: since, 2024: since })
}

export const HOUSEHOLD_INDICATORS: readonly Indicator[] = [
  defineCount({
    id: 'households',
    theme,
    nl: ['Huishoudens', 'Het aantal particuliere huishoudens: mensen die alleen of samen wonen. Mensen in een instelling tellen niet mee.'],
    en: ['Households', 'The number of private households: people who live alone or together. People in institutions are not included.'],
    unit: HOUSEHOLDS,
    columns: householdColumns('HuishoudensTotaal', 28),
  }),
  defineCount({
    id: 'onePersonHouseholds',
    theme,
    nl: ['Eenpersoonshuishoudens', 'Het aantal huishoudens van één persoon.'],
    en: ['One-person households', 'The number of households of one person.'],
    unit: HOUSEHOLDS,
    columns: householdColumns('Eenpersoonshuishoudens', 29),
  }),
  defineCount({
    id: 'householdsWithoutChildren',
    theme,
    nl: ['Huishoudens zonder kinderen', 'Het aantal huishoudens van twee of meer personen zonder thuiswonende kinderen.'],
    en: ['Households without children', 'The number of households of two or more persons without children living at home.'],
    unit: HOUSEHOLDS,
    columns: householdColumns('HuishoudensZonderKinderen', 30),
  }),
  defineCount({
    id: 'householdsWithChildren',
    theme,
    nl: ['Huishoudens met kinderen', 'Het aantal huishoudens met een of meer thuiswonende kinderen.'],
    en: ['Households with children', 'The number of households with one or more children living at home.'],
    unit: HOUSEHOLDS,
    columns: householdColumns('HuishoudensMetKinderen', 31),
  }),
  defineRate({
    id: 'averageHouseholdSize',
    theme,
    nl: ['Gemiddelde huishoudensgrootte', 'Uit hoeveel personen een huishouden gemiddeld bestaat, zoals het CBS het publiceert.'],
    en: ['Average household size', 'How many persons a household has on average, as published by Statistics Netherlands.'],
    unit: { nl: 'personen', en: 'persons' },
    decimals: 1,
    columns: householdColumns('GemiddeldeHuishoudensgrootte', 32),
    aggregation: meanBy('households'),
    base: 'households',
  }),
]
