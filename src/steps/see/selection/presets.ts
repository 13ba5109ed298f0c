/** Selections that Topdorp comes with. */
import type { SelectionAnswer, SelectionListAnswer } from '#domain/answers/selection-answers.ts'
import { SELECTION_FORMAT, needsProjection, type Criterion, type SelectionDocument } from '#domain/selection-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { canProject } from '#steps/explore/projected-columns.ts'
import { SeeError } from '#steps/see/problems.ts'
import { hasRegions } from '#steps/see/selection/selection-places.ts'

interface Preset {
  readonly name: Words
  readonly explanation: Words
  readonly source: Words
  readonly document: SelectionDocument
}

const OWN: Words = { nl: 'Topdorp. Een voorbeeld om mee te beginnen, geen officiële indeling.', en: 'Topdorp. An example to start from, no official division.' }
const ACTION_PLAN: Words = {
  nl: 'Rijksoverheid, "Krimpgebieden en anticipeergebieden": op basis van de prognoses van 2014 daalt de bevolking in een krimpgebied tot 2040 met minstens 12,5 procent en het aantal huishoudens met 5 procent; in een anticipeergebied daalt een van beide met minstens 2,5 procent.',
  en: 'National government, "Krimpgebieden en anticipeergebieden": by the projections of 2014 the population of a shrinking region falls by at least 12.5 percent to 2040 and its households by 5 percent; in an anticipating region either falls by at least 2.5 percent.',
}

const projected = (indicator: string, threshold: number): Criterion => ({ kind: 'projected', indicator, to: 2040, compare: 'atMost', threshold })
const change = (indicator: string, threshold: number): Criterion => ({ kind: 'change', indicator, measure: 'percent', compare: 'atMost', threshold })
const figure = (indicator: string, compare: Criterion['compare'], threshold: number): Criterion => ({ kind: 'figure', indicator, compare, threshold })
const make = (id: string, name: string, level: SelectionDocument['level'], meet: 'all' | 'any' | number, of: SelectionDocument['where']['of']): SelectionDocument => ({
  format: SELECTION_FORMAT, id, name, level, where: { kind: 'group', meet, of },
})

const PRESETS: readonly Preset[] = [
  {
    name: { nl: 'Krimpregio', en: 'Shrinking region' },
    explanation: {
      nl: 'Regio’s waar tot 2040 naar verwachting minstens 12,5 procent minder mensen wonen, en minstens 5 procent minder huishoudens.',
      en: 'Regions that are expected to have at least 12.5 percent fewer inhabitants by 2040, and at least 5 percent fewer households.',
    },
    source: ACTION_PLAN,
    document: make('krimpregio', 'Krimpregio', 'region', 'all', [projected('population', -12.5), projected('households', -5)]),
  },
  {
    name: { nl: 'Anticipeerregio', en: 'Anticipating region' },
    explanation: {
      nl: 'Regio’s waar tot 2040 naar verwachting het aantal inwoners of het aantal huishoudens met minstens 2,5 procent daalt.',
      en: 'Regions where inhabitants or households are expected to fall by at least 2.5 percent by 2040.',
    },
    source: ACTION_PLAN,
    document: make('anticipeerregio', 'Anticipeerregio', 'region', 'any', [projected('population', -2.5), projected('households', -2.5)]),
  },
  {
    name: { nl: 'Minder inwoners', en: 'Fewer inhabitants' },
    explanation: {
      nl: 'Gemeenten met minder inwoners dan in het eerste jaar van de cijfers. Dit kijkt terug; een krimpregio kijkt vooruit.',
      en: 'Municipalities with fewer inhabitants than in the first year of the figures. This looks back; a shrinking region looks ahead.',
    },
    source: OWN,
    document: make('minder-inwoners', 'Minder inwoners', 'municipality', 'all', [{ ...change('population', 0), compare: 'below' }]),
  },
  {
    name: { nl: 'Regio’s die achterblijven', en: 'Regions that stay behind' },
    explanation: {
      nl: 'Van de 20 regio’s van het Actieplan die waar het aantal inwoners of huishoudens met minder dan 2 procent groeide, of daalde, sinds het eerste jaar van de cijfers.',
      en: 'Of the 20 regions of the action plan those where inhabitants or households grew by less than 2 percent, or fell, since the first year of the figures.',
    },
    source: OWN,
    document: make('regios-die-achterblijven', 'Regio’s die achterblijven', 'region', 'any', [change('population', 2), change('households', 2)]),
  },
  {
    name: { nl: 'Dorpen die vergrijzen', en: 'Ageing villages' },
    explanation: {
      nl: 'Buurten buiten de stad met minstens 200 inwoners, waarvan 30 procent of meer 65 jaar of ouder is.',
      en: 'Neighbourhoods outside towns with at least 200 inhabitants, of whom 30 percent or more are 65 or over.',
    },
    source: OWN,
    document: make('dorpen-die-vergrijzen', 'Dorpen die vergrijzen', 'neighbourhood', 'all', [
      figure('shareAge65Plus', 'atLeast', 30),
      figure('population', 'atLeast', 200),
      figure('urbanity', 'atLeast', 4),
    ]),
  },
  {
    name: { nl: 'Weinig inkomen en ver van voorzieningen', en: 'Low income and far from facilities' },
    explanation: {
      nl: 'Gemeenten waar minstens 40 procent van de huishoudens bij de laagste inkomens hoort, en minstens twee van drie voorzieningen ver weg zijn: huisarts, supermarkt, basisschool.',
      en: 'Municipalities where at least 40 percent of households are among the lowest incomes, and at least two of three facilities are far away: general practice, supermarket, primary school.',
    },
    source: OWN,
    document: make('weinig-inkomen-ver-weg', 'Weinig inkomen en ver van voorzieningen', 'municipality', 'all', [
      figure('shareLowestIncomeHouseholds', 'atLeast', 40),
      {
        kind: 'group',
        meet: 2,
        of: [figure('distanceToGeneralPractice', 'atLeast', 1.2), figure('distanceToSupermarket', 'atLeast', 1.2), figure('distanceToPrimarySchool', 'atLeast', 0.9)],
      },
    ]),
  },
  {
    name: { nl: 'Slechtste tiende van Basis op orde', en: 'Worst tenth of Basics in order' },
    explanation: {
      nl: 'De 10 procent van de gemeenten met de grootste achterstand in de index "Basis op orde".',
      en: 'The 10 percent of municipalities that lag furthest behind in the index "Basics in order".',
    },
    source: OWN,
    document: make('slechtste-tiende', 'Slechtste tiende van Basis op orde', 'municipality', 'all', [
      { kind: 'index', index: 'basis-op-orde', measure: 'worstShare', compare: 'atMost', threshold: 10 },
    ]),
  },
]

const WAITING: Words = {
  nl: 'Wacht op een prognose van inwoners en huishoudens. Met deze cijfers kan die niet: het datapakket mist tabellen.',
  en: 'Waits for a projection of inhabitants and households. These figures give none: the data package lacks tables.',
}

export function listSelections(statistics: Statistics): SelectionListAnswer {
  return { selections: PRESETS.map((preset) => describe(statistics, preset)) }
}

/** Throws SeeError `unknownSelection`. */
export function getSelection(statistics: Statistics, id: string): SelectionAnswer {
  const preset = PRESETS.find(({ document }) => document.id === id)
  if (preset === undefined) throw new SeeError('unknownSelection', id)
  return describe(statistics, preset)
}

const PER_MUNICIPALITY: Words = {
  nl: 'De regio’s van het Actieplan liggen niet in deze cijfers. Daarom hier per gemeente.',
  en: 'The regions of the action plan are not in these figures, so this is by municipality.',
}

function describe(statistics: Statistics, preset: Preset): SelectionAnswer {
  const { name, explanation, source, document } = hasRegions(statistics) ? preset : putOnMunicipalities(preset)
  const waits = needsProjection(document) && !canProject(statistics)
  return { id: document.id!, name, explanation, source, document, ...(waits && { waiting: WAITING }) }
}

/** What asks for regions asks for municipalities. */
function putOnMunicipalities(preset: Preset): Preset {
  if (preset.document.level !== 'region') return preset
  const { nl, en } = preset.explanation
  return { ...preset, explanation: { nl: `${nl} ${PER_MUNICIPALITY.nl}`, en: `${en} ${PER_MUNICIPALITY.en}` }, document: { ...preset.document, level: 'municipality' } }
}
