/** Selection documents on the hand-made statistics. */
import { SELECTION_FORMAT, type SelectionDocument } from '#domain/selection-document.ts'

/** Buurten of 2023 with at least 800 inhabitants or dear homes: of Schoonoord the row is missing. */
export const LARGE_PLACES: SelectionDocument = {
  format: SELECTION_FORMAT,
  name: 'Grote buurten',
  level: 'neighbourhood',
  year: 2023,
  where: {
    kind: 'group',
    meet: 'any',
    of: [
      { kind: 'figure', indicator: 'population', year: 2023, compare: 'atLeast', threshold: 800 },
      { kind: 'figure', indicator: 'meanHomeValue', year: 2023, compare: 'above', threshold: 500 },
    ],
  },
}
