/** How near facilities are: the same words for every kind of facility. */
import type { Indicator, SourceColumn, Theme } from '#domain/indicator.ts'
import { defineRate, KILOMETRES, meanBy, NO_UNIT } from '#domain/indicators/define.ts'

interface Facility {
  readonly id: string
  readonly theme: Theme
  /** With its article, as after 'the nearest': 'de dichtstbijzijnde apotheek'. */
  readonly nearest: { readonly nl: string; readonly en: string }
  readonly name: { readonly nl: string; readonly en: string }
  readonly columns: readonly SourceColumn[]
}

/** Mean distance by road of all inhabitants to the nearest facility, in kilometres. */
export function defineDistance({ id, theme, name, nearest, columns }: Facility): Indicator {
  return defineRate({
    id,
    theme,
    nl: [`Afstand tot ${name.nl}`, `Hoe ver inwoners gemiddeld over de weg reizen naar ${nearest.nl}.`],
    en: [`Distance to ${name.en}`, `How far inhabitants travel by road, on average, to ${nearest.en}.`],
    unit: KILOMETRES,
    decimals: 1,
    direction: 'lowerIsBetter',
    aggregation: meanBy('population'),
    base: 'population',
    columns,
  })
}

interface Facilities extends Omit<Facility, 'nearest'> {
  readonly kilometres: number
}

/** How many facilities inhabitants have within a distance by road, on average. `name` is the plural. */
export function defineNumberWithin({ id, theme, name, kilometres, columns }: Facilities): Indicator {
  const { nl, en } = name
  return defineRate({
    id,
    theme,
    nl: [`${capitalise(nl)} binnen ${kilometres} km`, `Hoeveel ${nl} inwoners gemiddeld binnen ${kilometres} kilometer over de weg hebben.`],
    en: [`${capitalise(en)} within ${kilometres} km`, `How many ${en} inhabitants have within ${kilometres} kilometres by road, on average.`],
    unit: NO_UNIT,
    decimals: 1,
    direction: 'higherIsBetter',
    aggregation: meanBy('population'),
    base: 'population',
    columns,
  })
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
