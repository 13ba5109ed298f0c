import { describe, expect, test } from 'vitest'
import type { SelectionResult } from '#domain/answers/selection-answers.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import { SELECTION_FORMAT, type SelectionDocument, type SelectionGroup } from '#domain/selection-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { SeeError } from '#steps/see/problems.ts'
import type { Projections } from '#steps/see/selection/projections.ts'
import { getSelection, listSelections } from '#steps/see/selection/presets.ts'
import { runSelection } from '#steps/see/selection/run-selection.ts'
import { makeSmallStatistics } from '../../../support/small-statistics.ts'
import { makeIndexDocument } from '../../../support/index-documents.ts'
import { makeTestStatistics } from '../../../support/test-statistics.ts'

const dissolved = (from: string, to: string, inhabitants: number): BoundaryChange => ({
  date: '2022-01-01', firstYear: 2022, kind: 'dissolved', from, fromName: from, to, toName: to, inhabitants,
})

/** Oud (GM0003) went into Noord (GM0001) in 2022. Of West the share of 65 and over is hidden. */
const small = makeSmallStatistics({
  names: { NL00: 'Nederland', PV20: 'Groningen', GM0001: 'Noord', GM0002: 'Zuid', GM0003: 'Oud', GM0004: 'West', GM0005: 'Oost' },
  provinces: { GM0001: 'PV20', GM0002: 'PV20', GM0003: 'PV20', GM0004: 'PV20', GM0005: 'PV20' },
  referenceYear: 2022,
  changes: [dissolved('GM0003', 'GM0001', 100)],
  figures: {
    population: { NL00: { 2021: 1000, 2022: 1040 }, PV20: { 2021: 1000, 2022: 1040 }, GM0001: { 2021: 300, 2022: 380 }, GM0002: { 2021: 200, 2022: 220 }, GM0003: { 2021: 100 }, GM0004: { 2021: 200, 2022: 190 }, GM0005: { 2021: 200, 2022: 250 } },
    shareAge65Plus: { GM0001: { 2021: 20, 2022: 24 }, GM0002: { 2021: 20, 2022: 26 }, GM0003: { 2021: 30 }, GM0004: { 2021: 31, 2022: 'suppressed' }, GM0005: { 2021: 18, 2022: 18 } },
  },
})

const OLD = { kind: 'figure', indicator: 'shareAge65Plus', year: 2022, compare: 'atLeast', threshold: 25 } as const
const SHRINKS = { kind: 'change', indicator: 'population', measure: 'percent', compare: 'below', threshold: 0 } as const
const make = (where: SelectionGroup, more: Partial<SelectionDocument> = {}): SelectionDocument => ({ format: SELECTION_FORMAT, name: 'Proef', level: 'municipality', where, ...more })
const group = (meet: SelectionGroup['meet'], ...of: SelectionGroup['of']): SelectionGroup => ({ kind: 'group', meet, of })
const run = (document: SelectionDocument, statistics: Statistics = small): SelectionResult => runSelection(statistics, document).result!
const byName = ({ places }: SelectionResult) => Object.fromEntries(places.names.map((name, at) => [name, places.verdicts[at]]))
const listFaults = (document: unknown, statistics: Statistics = small): string[] => {
  try {
    runSelection(statistics, document as SelectionDocument)
  } catch (error) {
    if (error instanceof SeeError) return error.faults.length > 0 ? error.faults.map(({ field, message }) => `${field}: ${message.nl}`) : [error.message]
    throw error
  }
  return []
}

test('everything that is wrong with a selection is said at once, the form, the places and the criteria', () => {
  const where = { kind: 'group', meet: 5, of: [{ ...OLD, indicator: 'geluk' }, { ...OLD, threshold: 'veel' }, { ...OLD, year: 1999 }, { ...SHRINKS, from: 2022, to: 2021 }] }
  const fields = listFaults({ ...make(where as unknown as SelectionGroup), wat: 1, within: 'GM0009' }).map((fault) => fault.split(':')[0])
  expect(fields).toEqual(['where.of.1.threshold', '', 'where.meet', 'where.of.3.to', 'within', 'where.of.0.indicator'])
  expect(listFaults(make(where as unknown as SelectionGroup)).map((fault) => fault.split(':')[0])).toContain('where.of.2.year')
})

describe('a selection', () => {
  test('has those that meet, those that do not, and those of which it is unknown, all counted', () => {
    const result = run(make(group('all', OLD)))
    expect(byName(result)).toEqual({ Noord: 'no', Zuid: 'yes', West: 'unknown', Oost: 'no' })
    expect(result.counts).toEqual({ yes: 1, no: 2, unknown: 1 })
    expect(result.inhabitants).toEqual({ yes: 220, no: 630, unknown: 190 })
    expect(result.unknown).toEqual([{ place: 2, missing: [{ criterion: 0, reason: 'suppressed' }] }])
  })

  test('compares years on the boundaries of today: Noord had 300 and the 100 of Oud', () => {
    const result = run(make(group('all', SHRINKS)))
    expect(result.criteria[0]!.values).toEqual([-5, 10, -5, 25])
    expect(byName(result)).toEqual({ Noord: 'yes', Zuid: 'no', West: 'yes', Oost: 'no' })
    expect(result.texts[result.criteria[0]!.remarks[0]!.text]!.nl).toContain('met de cijfers van Oud')
  })

  test('does not ask for a figure that cannot matter: West shrinks, and one is enough', () => {
    const result = run(make(group('any', OLD, SHRINKS)))
    expect(byName(result)).toEqual({ Noord: 'yes', Zuid: 'yes', West: 'yes', Oost: 'no' })
    expect(result.unknown).toEqual([])
  })

  test('says how close each was: by hand, in shares of the distance between the quarters', () => {
    // Shares 18, 24, 26: quarters 21 and 25, spread 4. Changes −5, −5, 10, 25: quarters −5 and 13.75, spread 18.75.
    const result = run(make(group('all', OLD, SHRINKS)))
    expect(result.criteria.map(({ spread }) => spread)).toEqual([4, 18.75])
    // Noord must gain 1 on 65 and over; Zuid must lose 10; West is unknown; Oost must do both: 7 of 4 and 25 of 18.75.
    expect(result.places.distances).toEqual([0.25, 10 / 18.75, null, 7 / 4 + 25 / 18.75])
    expect(result.places.changing).toEqual([[0], [1], [], [0, 1]])
  })

  test('says what moving a threshold by 5 and 10 percent does, and which places come and go', () => {
    const { sensitivity } = run(make(group('all', OLD))).criteria[0]!
    expect(sensitivity.basis).toBe('threshold')
    expect(sensitivity.moves).toEqual([
      { percent: -10, threshold: 22.5, selected: 2, unknown: 1, enters: [0], leaves: [] },
      { percent: -5, threshold: 23.75, selected: 2, unknown: 1, enters: [0], leaves: [] },
      { percent: 5, threshold: 26.25, selected: 0, unknown: 1, enters: [], leaves: [1] },
      { percent: 10, threshold: 27.5, selected: 0, unknown: 1, enters: [], leaves: [1] },
    ])
    expect(sensitivity.curve).toHaveLength(21)
    expect(sensitivity.curve[10]).toEqual({ threshold: 25, selected: 1, unknown: 1 })
  })

  test('moves a threshold of 0 by the spread, of which 5 percent is 0.9375', () => {
    const { sensitivity } = run(make(group('all', SHRINKS))).criteria[0]!
    expect(sensitivity.basis).toBe('spread')
    expect(sensitivity.moves.map(({ threshold }) => threshold)).toEqual([-1.875, -0.9375, 0.9375, 1.875])
  })

  test('fills in the years it took, of a figure the newest that nearly all places have, so that the document reproduces it', () => {
    const answer = runSelection(small, make(group('all', { ...OLD, year: undefined }, SHRINKS)))
    expect(answer.document).toMatchObject({ year: 2022, where: { of: [{ year: 2021 }, { from: 2021, to: 2022 }] }, statisticsVersion: small.version })
    expect(runSelection(small, answer.document)).toEqual(answer)
  })

  test('within an area takes its places only, and ranks the others not in', () => {
    const nested = makeTestStatistics()
    const where = group('all', { kind: 'figure', indicator: 'population', compare: 'atLeast', threshold: 400 })
    expect(byName(run(make(where, { level: 'neighbourhood', within: 'GM9001' }), nested))).toEqual({ Krimpsterterp: 'yes', Groeisterwoude: 'yes', 'Verspreide huizen Krimpsterterp': 'no', 'Sint Annahuis': 'yes', Industrieterrein: 'no' })
  })

  test('over an index takes the rank among all places, also where only some are selected from', () => {
    const nested = makeTestStatistics()
    const index = makeIndexDocument([{ indicator: 'populationDensity', weight: 1, direction: 'lowerIsBetter' }], { level: 'neighbourhood', year: 2024 })
    const where = group('all', { kind: 'index', index, measure: 'rank', compare: 'atMost', threshold: 2 })
    const everywhere = run(make(where, { level: 'neighbourhood' }), nested)
    const here = run(make(where, { level: 'neighbourhood', within: 'GM9001' }), nested)
    const ranks = Object.fromEntries(everywhere.places.codes.map((code, at) => [code, everywhere.criteria[0]!.values[at]]))
    expect(here.criteria[0]!.values).toEqual(here.places.codes.map((code) => ranks[code]))
    expect(everywhere.counts.yes).toBe(2)
  })
})

describe('a change over a broken series', () => {
  test('leaves the place unknown, and says what broke', () => {
    const renamed = makeSmallStatistics({
      names: { GM0001: 'Noord', WK000101: { 2021: 'Dorp', 2022: 'Haven' }, WK000102: 'Plein' },
      referenceYear: 2022,
      figures: { population: { GM0001: { 2021: 300, 2022: 290 }, WK000101: { 2021: 200, 2022: 100 }, WK000102: { 2021: 100, 2022: 190 } } },
    })
    const result = run(make(group('all', { ...SHRINKS, from: 2021, to: 2022 }), { level: 'district' }), renamed)
    expect(byName(result)).toEqual({ Haven: 'unknown', Plein: 'no' })
    expect(result.unknown[0]!.missing[0]!.reason).toBe('noSuchArea')
    expect(result.texts[result.unknown[0]!.missing[0]!.text!]!.nl).toContain('Tot 2022 hoorde deze code bij "Dorp", daarna bij "Haven"')
  })
})

describe('what cannot be selected by is refused, with what is wrong and where', () => {
  test.each([
    ['an unknown indicator', make(group('all', { ...OLD, indicator: 'geluk' })), 'where.of.0.indicator: Er is geen cijfer met de naam "geluk". Zie /v1/indicators.'],
    ['a year without figures', make(group('all', { ...OLD, year: 2010 })), 'where.of.0.year: Van "Deel van de inwoners van 65 jaar of ouder" (shareAge65Plus) zijn er geen cijfers van 2010 voor gemeenten. Wel van 2021, 2022.'],
    ['a change from a year without figures', make(group('all', { ...SHRINKS, from: 2010 })), 'where.of.0.from: Van "Inwoners" (population) zijn er geen cijfers van 2010'],
    ['origin', make(group('all', { ...OLD, indicator: 'originOutsideEurope' })), 'where.of.0.indicator: "'],
    ['an unknown index', make(group('all', { kind: 'index', index: 'geluk', measure: 'rank', compare: 'atMost', threshold: 3 })), 'where.of.0.index: Er is geen index "geluk". Zie /v1/indices.'],
    ['a municipality that is no more', make(group('all', OLD), { within: 'GM0003' }), 'within: Oud (GM0003) bestond niet op 1 januari 2022, wel in 2021. Het ging op in Noord (GM0001).'],
    ['an area that never was', make(group('all', OLD), { within: 'GM9999' }), 'unknownArea: GM9999'],
    ['a year that is not there', make(group('all', OLD), { year: 1999 }), 'noSuchYear: 1999'],
    ['regions that are not in these figures', make(group('all', SHRINKS), { level: 'region' }), 'level: De regio’s van het Actieplan liggen niet in deze cijfers. Kies een ander niveau, zoals gemeenten.'],
    ['a document that is none', { format: 'x' }, 'format: '],
  ])('%s', (_, document, expected) => {
    const faults = listFaults(document)
    expect(faults.some((fault) => fault.startsWith(expected)), faults.join('\n')).toBe(true)
  })

  test('names every fault at once', () => {
    expect(listFaults(make(group('all', { ...OLD, indicator: 'geluk' }, { ...OLD, year: 2010 }, SHRINKS)))).toHaveLength(2)
  })
})

describe('projected figures', () => {
  const shrinks = { kind: 'projected', indicator: 'population', to: 2040, compare: 'atMost', threshold: -12.5 } as const
  const fewer = { kind: 'projected', indicator: 'households', to: 2040, compare: 'atMost', threshold: -5 } as const

  test('that are not there let the selection wait, with the reason and without a result', () => {
    const answer = runSelection(small, make(group('any', OLD, shrinks, fewer)))
    expect(answer.status).toBe('waiting')
    expect(answer.result).toBeUndefined()
    expect(answer.waiting.map(({ field }) => field)).toEqual(['where.of.1', 'where.of.2'])
    expect(answer.waiting[0]!.reason.nl).toContain('prognose')
    expect(answer.document.where.of[1]).toEqual({ ...shrinks, from: 2022 })
  })

  /** Codes in order: GM0001 … GM0005, with GM0003 in third place. */
  const projections: Projections = {
    findProjectedColumn: (indicator, level, from, to) =>
      level !== 'municipality' || from !== 2022 || to !== 2040
        ? undefined
        : indicator === 'population'
          ? { from: Float64Array.of(380, 220, NaN, 190, 250), to: Float64Array.of(300, 220, NaN, 160, NaN), missing: Uint8Array.of(0, 0, 6, 0, 1), sources: [] }
          : { from: Float64Array.of(200, 100, NaN, 100, 100), to: Float64Array.of(190, 100, NaN, 96, 90), missing: Uint8Array.of(0, 0, 6, 0, 0), sources: [] },
  }

  test('that are there select as the plan does: both for shrinking', () => {
    // Noord −21.05 and −5 percent; Zuid 0; West −15.8 and −4; Oost unknown and −10.
    const { result } = runSelection(small, make(group('all', shrinks, fewer)), projections)
    expect(byName(result!)).toEqual({ Noord: 'yes', Zuid: 'no', West: 'no', Oost: 'unknown' })
  })

  test('that are there select as the plan does: either for anticipating', () => {
    const either = group('any', { ...shrinks, threshold: -2.5 }, { ...fewer, threshold: -2.5 })
    expect(byName(runSelection(small, make(either), projections).result!)).toEqual({ Noord: 'yes', Zuid: 'no', West: 'yes', Oost: 'yes' })
  })
})

describe('the selections that come along', () => {
  test('are all good documents, with a source', () => {
    const { selections } = listSelections(small)
    expect(selections.map(({ id }) => id)).toContain('krimpregio')
    const done = selections.filter(({ document }) => listFaults(document).length === 0).map(({ id }) => id)
    expect(done).toEqual(['krimpregio', 'anticipeerregio', 'minder-inwoners'])
    for (const { id, document, source } of selections) {
      expect(document.id).toBe(id)
      expect(source.nl.length).toBeGreaterThan(10)
    }
  })

  test('are by region of the plan where one of its municipalities is in the figures', () => {
    const withRegion = makeSmallStatistics({ names: { GM0765: 'Pekela', PV20: 'Groningen' }, provinces: { GM0765: 'PV20' }, figures: { population: { GM0765: { 2024: 12_000 }, PV20: { 2024: 12_000 } } }, referenceYear: 2024 })
    expect(listSelections(withRegion).selections.map(({ document }) => document.level)).toContain('region')
  })

  test('have the thresholds of the plan, and wait for the projection', () => {
    const shrinking = getSelection(small, 'krimpregio')
    expect(shrinking.document).toMatchObject({ level: 'municipality', where: { meet: 'all', of: [{ indicator: 'population', to: 2040, compare: 'atMost', threshold: -12.5 }, { indicator: 'households', to: 2040, threshold: -5 }] } })
    expect(shrinking.waiting?.nl).toContain('prognose')
    const anticipating = getSelection(small, 'anticipeerregio')
    expect(anticipating.document).toMatchObject({ where: { meet: 'any', of: [{ threshold: -2.5 }, { threshold: -2.5 }] } })
    expect(shrinking.explanation.nl, 'no region of the plan lies in these figures').toContain('Daarom hier per gemeente')
    expect(() => getSelection(small, 'geluk')).toThrow('unknownSelection')
  })
})
