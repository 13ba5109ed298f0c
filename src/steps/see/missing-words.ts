/** Why a figure is not there, in words short enough for a table. */
import type { MissingReason } from '#domain/missing.ts'

export const MISSING_WORDS: Readonly<Record<MissingReason, { readonly nl: string; readonly en: string }>> = {
  suppressed: { nl: 'Geheim: te weinig mensen of woningen', en: 'Suppressed: too few people or homes' },
  impossible: { nl: 'Kan niet bestaan', en: 'Cannot exist' },
  notInEdition: { nl: 'Staat niet in deze uitgave van de tabel', en: 'Not in this edition of the table' },
  notInTable: { nl: 'Staat niet in de bron van dit jaar', en: 'Not in the source of this year' },
  rowMissing: { nl: 'De rij ontbreekt in de bron', en: 'The row is missing from the source' },
  noSuchArea: { nl: 'Dit gebied bestond toen niet', en: 'This area did not exist then' },
  partsMissing: { nl: 'Een te groot deel ontbreekt', en: 'Too large a part is missing' },
  notForLevel: { nl: 'Bestaat niet voor dit soort gebied', en: 'Not defined for this kind of area' },
  refused: { nl: 'De waarde in de bron kan niet kloppen', en: 'The value in the source cannot be right' },
  roundingConflict: { nl: 'Niet te berekenen: de afgeronde aantallen spreken elkaar tegen', en: 'Cannot be computed: the rounded counts contradict each other' },
}
