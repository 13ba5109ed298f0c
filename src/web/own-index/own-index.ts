/** An index of one's own as choices: in the address of the page, and as a document. */
import type { IndexDimension, IndexDocument } from '#domain/index-document.ts'
import type { IndexChoicesAnswer } from '#domain/answers/index-answers.ts'
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { THEMES, type Theme } from '#domain/indicator.ts'
import { findLevel, getLevelWord } from '#web/app/level-words.ts'
import { readList, type UrlState } from '#web/app/search-state.ts'

export const NORMALISATIONS = ['percentileRank', 'exponentialRank', 'zScore', 'minMax'] as const satisfies readonly IndexDocument['normalisation'][]
export const DIMENSION_SCALES = ['none', 'exponentialRank', 'percentileRank', 'zScore', 'minMax'] as const
export const AGGREGATIONS = ['arithmeticMean', 'geometricMean'] as const satisfies readonly IndexDocument['aggregation'][]
export const OUTLIERS = ['none', 'winsorise'] as const
export const MINIMUM_SHARES = [0.5, 0.67, 0.75, 0.9, 1] as const
const WINSORISED = { kind: 'winsorise', lower: 0.02, upper: 0.98 } as const
const LARGEST_WEIGHT = 100

export interface Pick {
  readonly indicator: string
  readonly weight: number
  /** Which end is behind, for an indicator of which the catalogue does not say. */
  readonly worse?: 'high' | 'low' | undefined
  /** The part it counts in, where that is not the theme it has in the catalogue. */
  readonly part?: Theme | undefined
}

/** A part of the address that was not taken. */
export interface Refused {
  /** The parameter it stands in. */
  readonly name: string
  readonly text: string
}

/** Parameters of the page. */
export const PARAMETERS = ['cijfers', 'onderdelen', 'schaal', 'onderdeelschaal', 'optellen', 'uitschieters', 'minimum', 'naam', 'niveau', 'gebied', 'begin'] as const

export interface OwnIndex {
  readonly level: AreaLevel
  readonly name: string | undefined
  readonly picks: readonly Pick[]
  /** Only those that are not 1. */
  readonly themeWeights: Readonly<Partial<Record<Theme, number>>>
  readonly normalisation: (typeof NORMALISATIONS)[number]
  readonly dimensionScale: (typeof DIMENSION_SCALES)[number]
  readonly aggregation: (typeof AGGREGATIONS)[number]
  readonly outliers: (typeof OUTLIERS)[number]
  readonly minimumShare: number
}

/** The choices in the address. What cannot be read, or is not in the catalogue, is in `refused`; what is not there has its usual value. */
export function readOwnIndex(state: UrlState, indicators: readonly { readonly id: string }[]): { readonly index: OwnIndex; readonly refused: readonly Refused[] } {
  const refused: Refused[] = []
  const refuse = (name: string, text: string): void => void refused.push({ name, text })
  const picks = new Map<string, Pick>()
  for (const text of readList(state['cijfers'])) {
    const pick = readPick(text, indicators)
    if (pick === undefined || picks.has(pick.indicator)) refuse('cijfers', text)
    else picks.set(pick.indicator, pick)
  }
  const themeWeights = Object.fromEntries(
    readList(state['onderdelen']).flatMap((text) => {
      const [theme = '', weightText = ''] = text.split(':')
      const weight = readWeight(weightText)
      if (weight !== undefined && THEMES.some((own) => own === theme)) return [[theme, weight]]
      refuse('onderdelen', text)
      return []
    }),
  )
  const choose = <Value extends string>(key: string, values: readonly Value[]): Value => {
    const text = state[key]
    const found = values.find((value) => value === text)
    if (text !== undefined && found === undefined) refuse(key, text)
    return found ?? values[0]!
  }
  const minimum = Number(state['minimum'] ?? 0.75)
  const isShare = minimum > 0 && minimum <= 1
  if (!isShare) refuse('minimum', state['minimum'] ?? '')
  const level = findLevel(state['niveau'])
  const isLevel = level !== undefined && level !== 'country'
  if (!isLevel && state['niveau'] !== undefined) refuse('niveau', state['niveau'])
  const index = {
    level: isLevel ? level : ('municipality' as const),
    name: state['naam'],
    picks: [...picks.values()],
    themeWeights,
    normalisation: choose('schaal', NORMALISATIONS),
    dimensionScale: choose('onderdeelschaal', DIMENSION_SCALES),
    aggregation: choose('optellen', AGGREGATIONS),
    outliers: choose('uitschieters', OUTLIERS),
    minimumShare: isShare ? minimum : 0.75,
  }
  return { index, refused }
}

/** The choices as parameters; what has its usual value is left out. */
export function writeOwnIndex(index: OwnIndex): UrlState {
  const other = (value: string, usual: string): string | undefined => (value === usual ? undefined : value)
  const themes = Object.entries(index.themeWeights).filter(([, weight]) => weight !== 1)
  return {
    niveau: getLevelWord(index.level),
    naam: index.name,
    cijfers: index.picks.map(writePick).join(','),
    onderdelen: themes.map(([theme, weight]) => `${theme}:${weight}`).join(','),
    schaal: other(index.normalisation, NORMALISATIONS[0]),
    onderdeelschaal: other(index.dimensionScale, DIMENSION_SCALES[0]),
    optellen: other(index.aggregation, AGGREGATIONS[0]),
    uitschieters: other(index.outliers, OUTLIERS[0]),
    minimum: other(String(index.minimumShare), '0.75'),
  }
}

/** The document of the choices, one dimension a theme; undefined where nothing that counts is chosen. */
export function makeOwnDocument(index: OwnIndex, indicators: readonly IndicatorAnswer[], choices: IndexChoicesAnswer, names: Readonly<Record<Theme, string>>, defaultName: string): IndexDocument | undefined {
  const years = new Map(choices.indicators.map(({ indicator, year }) => [indicator, year]))
  const dimensions = THEMES.flatMap((theme): IndexDimension[] => {
    const entries = index.picks.flatMap(({ indicator, weight, worse, part }) => {
      const known = indicators.find(({ id }) => id === indicator)
      const year = years.get(indicator)
      if (known === undefined || getPart(part, known) !== theme || year === undefined) return []
      return [{ indicator, weight, year, ...(known.direction === 'neutral' && { direction: worse === 'low' ? ('higherIsBetter' as const) : ('lowerIsBetter' as const) }) }]
    })
    const scale = index.dimensionScale === 'none' ? {} : { normalisation: index.dimensionScale }
    const counts = entries.some(({ weight }) => weight > 0)
    return counts ? [{ id: theme, name: names[theme], weight: index.themeWeights[theme] ?? 1, ...scale, indicators: entries, dimensions: [] }] : []
  })
  if (!dimensions.some(({ weight }) => weight > 0)) return undefined
  return {
    format: 'topdorp-index/1',
    name: index.name ?? defaultName,
    level: index.level,
    year: choices.year,
    normalisation: index.normalisation,
    outliers: index.outliers === 'none' ? { kind: 'none' } : WINSORISED,
    minimumShare: index.minimumShare,
    aggregation: index.aggregation,
    dimensions,
  }
}

/** The choices that a document of this shape stands for: the index that comes along, to start from. */
export function startFrom(document: IndexDocument, indicators: readonly IndicatorAnswer[]): OwnIndex {
  const scale = document.dimensions[0]?.normalisation
  const findPart = (id: string, indicator: string): Pick['part'] => THEMES.find((theme) => theme === id && indicators.find((one) => one.id === indicator)?.theme !== theme)
  return {
    level: document.level,
    name: undefined,
    picks: document.dimensions.flatMap(({ id, indicators: entries }) =>
      entries.map(({ indicator, weight }) => {
        const part = findPart(id, indicator)
        return { indicator, weight, ...(part !== undefined && { part }) }
      }),
    ),
    themeWeights: Object.fromEntries(document.dimensions.filter(({ weight }) => weight !== 1).map(({ id, weight }) => [id, weight])),
    normalisation: document.normalisation,
    dimensionScale: scale ?? 'none',
    aggregation: document.aggregation,
    outliers: document.outliers.kind,
    minimumShare: document.minimumShare,
  }
}

/** The theme that a chosen indicator counts in. */
export function getPart(part: Theme | undefined, indicator: { readonly theme: Theme }): Theme {
  return part ?? indicator.theme
}

/** `averageIncome`, or with weight, end that is behind and part: `age:2:h:health`; what is usual is empty. */
function writePick({ indicator, weight, worse, part }: Pick): string {
  return [indicator, weight === 1 ? '' : String(weight), worse?.charAt(0) ?? '', part ?? ''].join(':').replace(/:+$/, '')
}

function readPick(text: string, indicators: readonly { readonly id: string }[]): Pick | undefined {
  const [indicator = '', weightText = '', end = '', partText = '', ...more] = text.split(':')
  const weight = weightText === '' ? 1 : readWeight(weightText)
  const part = THEMES.find((theme) => theme === partText)
  const isKnown = indicators.some(({ id }) => id === indicator) && ['', 'h', 'l'].includes(end) && (partText === '' || part !== undefined)
  if (weight === undefined || !isKnown || more.length > 0) return undefined
  return { indicator, weight, ...(end !== '' && { worse: end === 'h' ? 'high' : 'low' }), ...(part !== undefined && { part }) }
}

function readWeight(text: string): number | undefined {
  const weight = Number(text)
  return text.trim() !== '' && weight >= 0 && weight <= LARGEST_WEIGHT ? weight : undefined
}
