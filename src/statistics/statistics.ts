/** The imported figures as they are held in memory: typed arrays in one order of areas per level. */
import type { Area, AreaCode, AreaLevel } from '#domain/area.ts'
import type { Indicator } from '#domain/indicator.ts'
import type { ReconciliationReport } from '#domain/report.ts'
import type { Table } from '#domain/table.ts'
import type { Words } from '#domain/words.ts'
import type { Place, Postcode } from '#domain/place.ts'
import type { BoundaryChange } from '#domain/boundary-change.ts'
import type { DerivedStore } from '#statistics/derived-store.ts'
import type { EncodedGeometries } from '#statistics/stored-geometries.ts'
import type { Geometry } from 'geojson'

/** One indicator for one level and year. Both arrays follow the area order of the level. */
export interface FigureColumn {
  /** NaN where missing. */
  readonly values: Float64Array
  /** Missing code per area (see domain/missing.ts), 0 where the figure is present. */
  readonly missing: Uint8Array
  /** Resources of the package that the figures come from, directly or through what they were computed from. */
  readonly sources?: readonly string[]
}

/** Shapes by position. An array is one; the stored ones decode a shape when it is asked for. */
export interface GeometryList extends Iterable<Geometry> {
  readonly length: number
  /** The shape at a position from 0, undefined beyond the end. */
  at(index: number): Geometry | undefined
  /** The bytes they are stored as, where they are. */
  readonly encoded?: EncodedGeometries
}

export interface ShapeSet {
  readonly level: AreaLevel
  /** Year the shapes are of; figures of another year are joined by code. */
  readonly year: number
  readonly source: string
  readonly licence: string
  readonly codes: readonly AreaCode[]
  readonly names: readonly string[]
  readonly geometries: GeometryList
}

/** Where a column, shape or place came from, as stored in the manifest. */
export interface SourceRecord {
  readonly resource: string
  readonly title: Words
  readonly description: Words
  readonly table?: string
  readonly year?: number
  readonly publisher: string
  readonly url?: string
  readonly licence: string
  readonly licenceUrl?: string
  /** ISO moment at which the newest file of the resource was retrieved. */
  readonly retrievedAt: string
  readonly files: readonly { readonly location: string; readonly bytes: number; readonly sha256: string }[]
}

export interface Statistics {
  /** Identifier of this version of the statistics; changes with every import of other content. */
  readonly version: string
  readonly importedAt: string
  readonly packageName: string
  readonly packageTitle: Words
  readonly fictional: boolean
  /** Years with figures, ascending, and the newest one with neighbourhood or municipality figures. */
  readonly years: readonly number[]
  readonly referenceYear: number
  readonly report: ReconciliationReport
  readonly sources: readonly SourceRecord[]
  /** Catalogue entries that have a figure somewhere in these statistics. */
  readonly indicators: readonly Indicator[]
  readonly boundaryChanges: readonly BoundaryChange[]

  /** All areas of a level, over all years, ordered by code. Position in this list is position in every column. */
  listAreas(level: AreaLevel): readonly Area[]
  findArea(code: AreaCode): Area | undefined
  /** Position of an area in the order of its level. Throws on an unknown code. */
  getPosition(code: AreaCode): number
  /** Positions of the areas that exist in that year, ascending by code. */
  listPositions(level: AreaLevel, year: number): Int32Array
  /** The column, or undefined where there is none for that level and year. */
  findColumn(indicator: string, level: AreaLevel, year: number): FigureColumn | undefined
  /** Years for which the indicator has a column at that level, ascending. */
  listYears(indicator: string, level: AreaLevel): readonly number[]
  findShapes(level: AreaLevel): ShapeSet | undefined
  listPlaces(): readonly Place[]
  listPostcodes(): readonly Postcode[]
  /** A table kept from the package as it was read (facilities, roads, postcodes …), read from disk. */
  readTable(resource: string): Promise<Table | undefined>
  /** What is kept of computations; not there for statistics that are on no disk. */
  readonly derived?: DerivedStore
}
