/** Figures with their shapes, as GeoJSON (RFC 7946) for a map program: what the table says of itself stands beside the features. */
import type { AreaCode, AreaLevel } from '#domain/area.ts'
import { describeLicence } from '#domain/licence.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { say, type SourcedTable } from '#steps/see/export-table.ts'
import { findIndexedShapes } from '#steps/see/extent.ts'
import type { Feature, FeatureCollection } from 'geojson'

/** Foreign members, which section 6.1 permits: the same in every file. */
export interface SourcedFeatures extends FeatureCollection {
  readonly title: string
  readonly source: string
  /** Days, as 2026-11-27. */
  readonly retrieved: string
  readonly licence: string
  readonly about: SourcedTable['about']
}

export interface FeatureFile {
  readonly fileName: string
  readonly collection: SourcedFeatures
}

/** Features of which the table has the figures, with its title, sources and remarks. */
export function describeFeatures({ title, fileName, source: { text: source, retrieved, licence }, about }: SourcedTable, features: Feature[]): FeatureFile {
  return { fileName: `${fileName}.geojson`, collection: { type: 'FeatureCollection', title, source, retrieved, licence, about, features } }
}

export interface AreaProperties {
  readonly code: AreaCode
  readonly properties: Readonly<Record<string, unknown>>
}

/** The areas that have a shape, and of these who made it; how many have none is said. */
export function describeAreaFeatures(statistics: Statistics, level: AreaLevel, areas: readonly AreaProperties[], table: SourcedTable): FeatureFile {
  const shapes = findIndexedShapes(statistics, level)
  const features = areas.flatMap(({ code, properties }): Feature[] => {
    const geometry = shapes?.geometries.at(shapes.positions.get(code) ?? shapes.codes.length)
    return geometry === undefined ? [] : [{ type: 'Feature', id: code, geometry, properties: { ...properties, shapeYear: shapes?.year } }]
  })
  const { fileName, collection } = describeFeatures(table, features)
  const { language } = table
  const lacking = areas.length - features.length
  const about: SourcedTable['about'] = [
    ...collection.about,
    ...(shapes ? [[say(language, 'Grenzen', 'Boundaries'), `${shapes.source}, ${shapes.year} (${describeLicence(shapes.licence)[language]})`] as const] : []),
    ...(lacking > 0 ? [[say(language, 'Gebieden zonder vorm, niet in dit bestand', 'Areas without a shape, not in this file'), lacking] as const] : []),
  ]
  return { fileName, collection: { ...collection, ...(shapes && { source: join(collection.source, shapes.source), licence: join(collection.licence, describeLicence(shapes.licence)[language]) }), about } }
}

const join = (lines: string, further: string): string => [...new Set([...lines.split('; '), further])].join('; ')
