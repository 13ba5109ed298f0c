/** Where people or their parents come from: protected characteristics, shown but never part of an index. */
import type { Indicator } from '#domain/indicator.ts'
import { UNITS, count, inTheme, type Draft } from '#domain/indicators/build.ts'
import { kwb } from '#domain/indicators/columns.ts'

const origin = (id: string, nl: readonly [string, string], en: readonly [string, string], columns: Draft['columns']): Draft =>
  count(id, { nl, en, unit: UNITS.inhabitants, base: 'population', protectedCharacteristic: true, columns })

const background = (id: string, key: string, number: number, nl: string, en: string): Draft =>
  origin(
    id,
    [`Inwoners met een ${nl} migratieachtergrond`, `Inwoners die zelf, of van wie een ouder, daar geboren is. Het CBS gebruikt deze indeling tot en met 2021.`],
    [`Inhabitants with ${en} migration background`, `Inhabitants who were born there or have a parent who was. Statistics Netherlands used this division up to 2021.`],
    kwb(key, number),
  )

export const ORIGIN: readonly Indicator[] = inTheme('population', [
  background('westernBackground', 'WestersTotaal', 17, 'westerse', 'a Western'),
  background('nonWesternBackground', 'NietWestersTotaal', 18, 'niet-westerse', 'a non-Western'),
  background('moroccanBackground', 'Marokko', 19, 'Marokkaanse', 'a Moroccan'),
  background('antilleanBackground', 'NederlandseAntillenEnAruba', 20, 'Antilliaanse of Arubaanse', 'a Dutch Caribbean'),
  background('surinameseBackground', 'Suriname', 21, 'Surinaamse', 'a Surinamese'),
  background('turkishBackground', 'Turkije', 22, 'Turkse', 'a Turkish'),
  background('otherNonWesternBackground', 'OverigNietWesters', 23, 'andere niet-westerse', 'another non-Western'),
  origin(
    'originOutsideEurope',
    ['Inwoners met herkomst buiten Europa', 'Inwoners die zelf, of van wie een ouder, buiten Europa geboren is.'],
    ['Inhabitants with an origin outside Europe', 'Inhabitants who were born outside Europe or have a parent who was.'],
    kwb('BuitenEuropa', { 2023: 19, 2024: 19 }),
  ),
  origin(
    'bornInNetherlandsOriginOutsideEurope',
    ['In Nederland geboren, herkomst buiten Europa', 'Inwoners die in Nederland geboren zijn en van wie een ouder buiten Europa geboren is.'],
    ['Born in the Netherlands, origin outside Europe', 'Inhabitants born in the Netherlands with a parent who was born outside Europe.'],
    kwb('BuitenEuropa', { 2023: 22, 2024: 22 }),
  ),
  origin(
    'bornAbroadOriginOutsideEurope',
    ['Buiten Nederland geboren, herkomst buiten Europa', 'Inwoners die zelf buiten Nederland geboren zijn, met herkomst buiten Europa.'],
    ['Born abroad, origin outside Europe', 'Inhabitants born outside the Netherlands, with an origin outside Europe.'],
    kwb('BuitenEuropa', { 2023: 24, 2024: 24 }),
  ),
])
