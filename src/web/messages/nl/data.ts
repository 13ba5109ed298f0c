/** Words for what the data are about: levels, themes, reasons. */
import type { AreaLevel } from '#domain/area.ts'
import type { Theme } from '#domain/indicator.ts'
import type { Absence } from '#web/map/area-paint.ts'
import type { SearchResult, SeriesPoint } from '#domain/answers/answers.ts'

const level: Record<AreaLevel, string> = {
  country: 'land',
  landsdeel: 'landsdeel',
  province: 'provincie',
  corop: 'COROP-gebied',
  municipality: 'gemeente',
  district: 'wijk',
  neighbourhood: 'buurt',
}

const levels: Record<AreaLevel, string> = {
  country: 'Nederland',
  landsdeel: 'Landsdelen',
  province: 'Provincies',
  corop: 'COROP-gebieden',
  municipality: 'Gemeenten',
  district: 'Wijken',
  neighbourhood: 'Buurten',
}

const resultKind: Record<SearchResult['kind'], string> = { ...level, village: 'dorp of stad', postcode: 'postcode' }

const theme: Record<Theme, string> = {
  population: 'Bevolking',
  school: 'School',
  work: 'Werk',
  income: 'Inkomen',
  health: 'Zorg en gezondheid',
  housing: 'Wonen',
  safety: 'Veiligheid',
  community: 'Samenleven',
}

/** Short, for legends and cells. */
const missing: Record<Absence, string> = {
  suppressed: 'Geheim gehouden',
  impossible: 'Kan niet bestaan',
  notInEdition: 'Niet in deze uitgave',
  notInTable: 'Niet in de bron',
  rowMissing: 'Gebied ontbreekt in de bron',
  noSuchArea: 'Gebied bestond niet',
  partsMissing: 'Te veel delen ontbreken',
  notForLevel: 'Niet voor dit soort gebied',
  refused: 'Onleesbaar in de bron',
  roundingConflict: 'Te grof afgerond',
  noFigures: 'Geen enkel cijfer',
  tooFewFigures: 'Te weinig cijfers',
  noWay: 'Onbewoond, of geen reistijd bekend',
  sizeUnknown: 'Omvang niet bekend',
}

/** The same in a sentence or two. */
const missingExplanation: Record<Absence, string> = {
  suppressed: 'De bron toont dit cijfer niet. Er wonen te weinig mensen, of er zijn te weinig antwoorden.',
  impossible: 'Dit cijfer kan hier niet bestaan. Zo is er geen gemiddeld huishouden waar niemand woont.',
  notInEdition: 'De uitgave van de tabel die is ingelezen, heeft deze kolom leeg voor dit jaar en dit soort gebied. Soms vult de bron die later.',
  notInTable: 'De tabel van dit jaar heeft deze cijfers niet.',
  rowMissing: 'De rij van dit gebied ontbreekt in de tabel die is ingelezen.',
  noSuchArea: 'Het gebied bestond in dit jaar niet, of het is niet te vergelijken met een gebied van toen.',
  partsMissing: 'Dit is een som of een gemiddelde. Te veel delen ervan ontbreken.',
  notForLevel: 'Dit cijfer heeft voor dit soort gebied geen betekenis.',
  refused: 'In het bestand stond iets dat geen geldig cijfer is. Het staat in het importverslag.',
  roundingConflict: 'De bron rondt kleine aantallen af. Hier is daardoor een deel groter dan het geheel, en dat kan niet.',
  noFigures: 'Voor een score is hier geen enkel cijfer.',
  noWay: 'Hier woont niemand, we kennen de plek niet, of er is geen reistijd bekend.',
  sizeUnknown: 'Wat hier binnen bereik is, heeft in de bron geen omvang. Nul zou niet kloppen.',
  tooFewFigures: 'Voor een score zijn hier te weinig cijfers. We vullen niets in.',
}

const bridged: Record<NonNullable<SeriesPoint['bridged']>, string> = {
  asPublished: 'zoals gepubliceerd',
  addedUp: 'opgeteld uit oude gebieden',
  estimated: 'geschat',
}

const direction = {
  higherIsBetter: 'Meer is beter',
  lowerIsBetter: 'Minder is beter',
  neutral: 'Meer is niet beter of slechter',
}

export const data = { level, levels, resultKind, theme, missing, missingExplanation, bridged, direction }
