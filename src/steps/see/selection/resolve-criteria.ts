/** Every criterion of a selection with its years filled in and its figures read, or everything that is wrong with them. */
import { makeFault, type Fault } from '#domain/fault.ts'
import type { Indicator } from '#domain/indicator.ts'
import { listCriteria, type Criterion, type PlacedCriterion, type SelectionDocument } from '#domain/selection-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator, hasFigures } from '#steps/see/catalogue.ts'
import { LEVEL_WORDS } from '#steps/see/export-words.ts'
import { findFigureYear, listFullYears } from '#steps/see/index/figure-years.ts'
import { readChanges, readFigures } from '#steps/see/selection/criterion-column.ts'
import { readIndex } from '#steps/see/selection/index-column.ts'
import { readProjected } from '#steps/see/selection/projected-column.ts'
import type { Projections } from '#steps/see/selection/projections.ts'
import type { CriterionContext, ReadableCriterion, ResolvedCriterion, WaitingCriterion } from '#steps/see/selection/resolved-criterion.ts'
import type { SelectionPlaces } from '#steps/see/selection/selection-places.ts'

export interface ResolvedCriteria {
  readonly resolved: readonly ResolvedCriterion[]
  /** What needs a projection that is not there. */
  readonly waiting: readonly WaitingCriterion[]
}

type Resolution = { readonly faults: readonly Fault[] } | { readonly readable: ReadableCriterion } | { readonly waiting: WaitingCriterion }

/** Reads the figures of criteria in which nothing is wrong. */
export function resolveCriteria(statistics: Statistics, document: SelectionDocument, places: SelectionPlaces, projections: Projections | undefined): ResolvedCriteria {
  const context = makeContext(statistics, document.level, places, projections)
  const resolutions = listCriteria(document.where).map((placed) => resolve(context, placed))
  return {
    resolved: resolutions.flatMap((one) => ('readable' in one ? [{ ...one.readable, column: one.readable.read() }] : [])),
    waiting: resolutions.flatMap((one) => ('waiting' in one ? [one.waiting] : [])),
  }
}

/** Unknown indicators, years without figures, and so on. Without places only what is wrong wherever one selects. */
export function findCriteriaFaults(statistics: Statistics, criteria: readonly PlacedCriterion[], level: SelectionDocument['level'], places: SelectionPlaces | undefined): Fault[] {
  return criteria.flatMap((placed) => {
    if (places === undefined) return 'indicator' in placed.criterion ? findIndicatorFault(statistics, placed.field, placed.criterion.indicator) : []
    const resolution = resolve(makeContext(statistics, level, places, undefined), placed)
    return 'faults' in resolution ? resolution.faults : []
  })
}

function makeContext(statistics: Statistics, level: SelectionDocument['level'], places: SelectionPlaces, projections: Projections | undefined): CriterionContext {
  return { statistics, places, level: level === 'region' ? 'municipality' : level, projections }
}

function resolve(context: CriterionContext, placed: PlacedCriterion): Resolution {
  const { criterion } = placed
  switch (criterion.kind) {
    case 'figure':
      return withIndicator(context, placed, criterion, (indicator) => resolveFigure(context, placed, criterion, indicator))
    case 'change':
      return withIndicator(context, placed, criterion, (indicator) => resolveChange(context, placed, criterion, indicator))
    case 'index':
      return readIndex(context, placed, criterion)
    case 'projected':
      return withIndicator(context, placed, criterion, (indicator) => readProjected(context, placed, criterion, indicator))
  }
}

function withIndicator({ statistics }: CriterionContext, { field }: PlacedCriterion, { indicator: id }: { readonly indicator: string }, go: (indicator: Indicator) => Resolution): Resolution {
  const faults = findIndicatorFault(statistics, field, id)
  return faults.length > 0 ? { faults } : go(findIndicator(statistics, id)!)
}

function findIndicatorFault(statistics: Statistics, field: string, id: string): Fault[] {
  const indicator = findIndicator(statistics, id)
  if (indicator === undefined) {
    return [makeFault(`${field}.indicator`, `Er is geen cijfer met de naam "${id}". Zie /v1/indicators.`, `There is no indicator named "${id}". See /v1/indicators.`)]
  }
  if (indicator.protectedCharacteristic !== true) return []
  const { name } = indicator
  return [makeFault(
    `${field}.indicator`,
    `"${name.nl}" (${id}) gaat over herkomst. Daarop kiezen we geen plaatsen uit. Haal het weg.`,
    `"${name.en}" (${id}) is about origin. Places are not selected by that. Take it out.`,
  )]
}

function resolveFigure(context: CriterionContext, placed: PlacedCriterion, criterion: Criterion & { kind: 'figure' }, indicator: Indicator): Resolution {
  const year = criterion.year ?? findFigureYear(context.statistics, indicator.id, context.level, context.places.year)
  if (year === undefined || !isThere(context, indicator, year)) return { faults: [describeNoYear(context, indicator, year, `${placed.field}.year`)] }
  return {
    readable: {
      ...placed,
      criterion: { ...criterion, year },
      name: { nl: `${indicator.name.nl}, ${year}`, en: `${indicator.name.en}, ${year}` },
      unit: indicator.unit,
      decimals: indicator.decimals,
      years: [year],
      read: () => readFigures(context.statistics, context.places, indicator, year),
    },
  }
}

function resolveChange(context: CriterionContext, placed: PlacedCriterion, criterion: Criterion & { kind: 'change' }, indicator: Indicator): Resolution {
  const { id, name, unit, kind } = indicator
  if (kind === 'code') {
    return { faults: [makeFault(`${placed.field}.indicator`, `"${name.nl}" (${id}) is een klasse. Daarvan bestaat geen verandering.`, `"${name.en}" (${id}) is a class, of which there is no change.`)] }
  }
  const years = listFullYears(context.statistics, id, context.level).filter((year) => year <= context.places.year)
  const from = criterion.from ?? years[0]
  const to = criterion.to ?? years.at(-1)
  const faults = ([['from', from], ['to', to]] as const).flatMap(([part, year]) =>
    year === undefined || !isThere(context, indicator, year) ? [describeNoYear(context, indicator, year, `${placed.field}.${part}`)] : [],
  )
  if (faults.length > 0) return { faults: faults.slice(0, from === undefined ? 1 : 2) }
  if (from! >= to!) return { faults: [makeFault(placed.field, `Van "${name.nl}" (${id}) is er tot en met ${to} geen eerder jaar om mee te vergelijken.`, `Of "${name.en}" (${id}) there is no earlier year to compare with up to ${to}.`)] }
  const isPercent = criterion.measure === 'percent'
  return {
    readable: {
      ...placed,
      criterion: { ...criterion, from: from!, to: to! },
      name: { nl: `Verandering van "${name.nl}", ${from}–${to}`, en: `Change of "${name.en}", ${from}–${to}` },
      unit: isPercent ? { nl: '%', en: '%' } : unit.nl === '%' ? { nl: 'procentpunt', en: 'percentage points' } : unit,
      decimals: isPercent ? 1 : indicator.decimals,
      years: [from!, to!],
      read: () => readChanges(context.statistics, context.places, indicator, { from: from!, to: to!, measure: criterion.measure }),
    },
  }
}

/** For regions, a formula is computed from the sums of what it is made of. */
function isThere({ statistics, level }: CriterionContext, { id }: Indicator, year: number): boolean {
  return hasFigures(statistics, id, level, year)
}

function describeNoYear({ statistics, level, places }: CriterionContext, { id, name }: Indicator, year: number | undefined, field: string): Fault {
  const years = statistics.listYears(id, level).filter((own) => hasFigures(statistics, id, level, own))
  const words = LEVEL_WORDS[level]
  const there = years.length > 0 ? { nl: `Wel van ${years.join(', ')}.`, en: `There are of ${years.join(', ')}.` } : { nl: 'Ook niet van andere jaren. Kies een ander niveau of cijfer.', en: 'Nor of other years. Choose another level or indicator.' }
  return makeFault(
    field,
    `Van "${name.nl}" (${id}) zijn er geen cijfers van ${year ?? places.year} voor ${words.nl}. ${there.nl}`,
    `Of "${name.en}" (${id}) there are no figures of ${year ?? places.year} for ${words.en}. ${there.en}`,
  )
}
