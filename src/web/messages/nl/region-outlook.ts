/** How the regions of 2016 fared and what is expected of them. */
export const regionOutlook = {
  title: 'Wat verwachtte men toen, wat gebeurde er, wat wordt nu verwacht?',
  caption: (from: number, to: number) => `De regio’s van 2016: geteld tot ${from}, verwacht tot ${to}`,
  since: (from: number, to: number) => `Inwoners ${from}–${to}, geteld`,
  natural: 'Door geboorte en sterfte',
  moves: 'Door verhuizen en migratie',
  projected: (from: number, to: number) => `Inwoners ${from}–${to}, verwacht`,
  projectedHouseholds: (from: number, to: number) => `Huishoudens ${from}–${to}, verwacht`,
  chance: (percent: string) => `Kans op ${percent}% of meer daling`,
  chanceHouseholds: (percent: string) => `Kans op ${percent}% minder huishoudens`,
  without: 'Inwoners zonder groei uit het buitenland',
  withInterval: (change: string, lower: string, upper: string) => `${change} (${lower} tot ${upper})`,
  tiny: '< 1%',
  note: 'Tussen haakjes: in 8 van de 10 gevallen ligt het hiertussen. De laatste kolom is een proef: er komen dan net zoveel mensen uit het buitenland als er vertrekken.',
  source: 'Bron',
}
