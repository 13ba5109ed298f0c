/** Safety: how far help is in an emergency. */
import type { Indicator } from '#domain/indicator.ts'
import { inTheme } from '#domain/indicators/build.ts'
import { map2020 } from '#domain/indicators/columns.ts'
import { distance } from '#domain/indicators/nearness.ts'

export const SAFETY: readonly Indicator[] = inTheme('safety', [
  distance('distanceToFireStation', ['een brandweerkazerne', 'de dichtstbijzijnde brandweerkazerne'], ['a fire station', 'the nearest fire station'], map2020('Afstand tot brandweerkazerne (km)')),
])
