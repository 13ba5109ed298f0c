/** Short ways to write the entries of the catalogue, so that each theme reads as a list. */
import type { Aggregation, Formula, Indicator, SourceColumn, Theme } from '#domain/indicator.ts'

type Text = Indicator['name']
/** Name, and what it is in one or two plain sentences. */
type Words = readonly [name: string, explanation: string]

interface Entry {
  readonly nl: Words
  readonly en: Words
  readonly columns: readonly SourceColumn[]
  readonly unit?: Text
  readonly decimals?: number
  readonly direction?: Indicator['direction']
  readonly base?: string
  readonly protectedCharacteristic?: boolean
}

interface RateEntry extends Entry {
  readonly unit: Text
  /** The count by which figures of parts are weighted, `none` where they cannot be put together. */
  readonly weight: string
}

type DerivedEntry = Omit<RateEntry, 'columns'> & { readonly formula: Formula }

/** An entry that only lacks its theme. */
export type Draft = Omit<Indicator, 'theme'>

export const UNITS = {
  none: { nl: '', en: '' },
  people: { nl: 'personen', en: 'people' },
  persons: { nl: 'personen', en: 'persons' },
  inhabitants: { nl: 'inwoners', en: 'inhabitants' },
  households: { nl: 'huishoudens', en: 'households' },
  homes: { nl: 'woningen', en: 'homes' },
  percent: { nl: '%', en: '%' },
  perHundred: { nl: 'per 100 inwoners', en: 'per 100 inhabitants' },
  perThousand: { nl: 'per 1.000 inwoners', en: 'per 1,000 inhabitants' },
  perHousehold: { nl: 'per huishouden', en: 'per household' },
  thousandEuros: { nl: 'duizend euro', en: 'thousand euros' },
  euros: { nl: 'euro', en: 'euro' },
  kilometres: { nl: 'km', en: 'km' },
  hectares: { nl: 'ha', en: 'ha' },
  perSquareKilometre: { nl: 'per km²', en: 'per km²' },
  kilowattHours: { nl: 'kWh', en: 'kWh' },
  cubicMetres: { nl: 'm³', en: 'm³' },
} as const satisfies Record<string, Text>

/** The counts that make up the inhabitants of 15 to 64 years. */
export const AGED_15_TO_64: readonly string[] = ['age15to24', 'age25to44', 'age45to64']

const LICENCE = 'CC-BY-4.0'

function describe(id: string, { nl, en, unit, decimals, direction, base, protectedCharacteristic }: Omit<Entry, 'columns'>) {
  return {
    id,
    name: { nl: nl[0], en: en[0] },
    explanation: { nl: nl[1], en: en[1] },
    unit: unit ?? UNITS.none,
    decimals: decimals ?? 0,
    direction: direction ?? 'neutral',
    ...(base === undefined ? {} : { base }),
    ...(protectedCharacteristic ? { protectedCharacteristic } : {}),
    licence: LICENCE,
  } as const
}

/** Something that is counted: parts add up. */
export function count(id: string, entry: Entry): Draft {
  return { ...describe(id, entry), kind: 'count', columns: entry.columns, aggregation: { kind: 'sum' } }
}

/** A share, mean or distance: parts are averaged by `weight`, which is the base too unless another is named. */
export function rate(id: string, entry: RateEntry): Draft {
  const base = entry.base ?? (entry.weight === 'none' ? undefined : entry.weight)
  const draft = { ...describe(id, { ...entry, ...(base ? { base } : {}) }), kind: 'rate', columns: entry.columns } as const
  return { ...draft, aggregation: getMean(entry.weight) }
}

/** What came minus what went: adds up as a count does, and can be below zero. */
export function balance(id: string, entry: Entry): Draft {
  return { ...count(id, entry), kind: 'rate' }
}

/** A count per square kilometre. */
export function density(id: string, entry: RateEntry): Draft {
  return { ...rate(id, entry), aggregation: { kind: 'harmonicMean', weight: entry.weight } }
}

/** A class or code: not added up, not averaged. */
export function code(id: string, entry: Entry): Draft {
  return { ...describe(id, entry), kind: 'code', columns: entry.columns, aggregation: { kind: 'none' } }
}

/** A figure that follows from counts; for a larger area it is computed anew from the counts of that area. */
export function derived(id: string, entry: DerivedEntry): Draft {
  return { ...rate(id, { ...entry, columns: [] }), formula: entry.formula }
}

type Ids = string | readonly string[]
type RatioOptions = Partial<Pick<Extract<Formula, { kind: 'ratio' }>, 'factor' | 'range'>>

/** One count against another, which may be larger or smaller: 100 × numerator ÷ denominator, unless told otherwise. */
export function ratio(numerator: Ids, denominator: Ids, { factor = 100, range = [0, Infinity] }: RatioOptions = {}): Formula {
  const list = (ids: Ids): readonly string[] => (typeof ids === 'string' ? [ids] : ids)
  return { kind: 'ratio', numerator: list(numerator), denominator: list(denominator), factor, range }
}

/** 100 × part ÷ whole: the part is never larger than the whole. */
export function partOf(part: Ids, whole: Ids): Formula {
  return ratio(part, whole, { range: [0, 100] })
}

/** The entries of one theme. */
export function inTheme(theme: Theme, drafts: readonly Draft[]): Indicator[] {
  return drafts.map((draft) => ({ ...draft, theme }))
}

function getMean(weight: string): Aggregation {
  return weight === 'none' ? { kind: 'none' } : { kind: 'weightedMean', weight }
}
