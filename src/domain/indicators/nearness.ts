/** How near facilities are: the same words for every kind of facility. */
import { UNITS, rate, type Draft } from '#domain/indicators/build.ts'

/** Mean distance of all inhabitants to the nearest one, by road, in kilometres. */
export function distance(id: string, nl: readonly [short: string, long: string], en: readonly [short: string, long: string], columns: Draft['columns']): Draft {
  return rate(id, {
    nl: [`Afstand tot ${nl[0]}`, `Hoe ver inwoners gemiddeld over de weg reizen naar ${nl[1]}.`],
    en: [`Distance to ${en[0]}`, `How far inhabitants travel by road, on average, to ${en[1]}.`],
    unit: UNITS.kilometres,
    decimals: 1,
    direction: 'lowerIsBetter',
    weight: 'population',
    columns,
  })
}

/** How many there are within so many kilometres by road, mean over all inhabitants. */
export function numberWithin(id: string, kilometres: number, nl: string, en: string, columns: Draft['columns']): Draft {
  const plural = nl.charAt(0).toUpperCase() + nl.slice(1)
  const englishPlural = en.charAt(0).toUpperCase() + en.slice(1)
  return rate(id, {
    nl: [`${plural} binnen ${kilometres} km`, `Hoeveel ${nl} inwoners gemiddeld binnen ${kilometres} kilometer over de weg hebben.`],
    en: [`${englishPlural} within ${kilometres} km`, `How many ${en} inhabitants have within ${kilometres} kilometres by road, on average.`],
    unit: UNITS.none,
    decimals: 1,
    direction: 'higherIsBetter',
    weight: 'population',
    columns,
  })
}
