/** Features with polygons, of any format, into a table with shapes; shapes that are not right are named by area. */
import type { Geometry, Position } from 'geojson'
import { findAreaCode } from '#domain/area.ts'
import type { Resource } from '#domain/data-package.ts'
import type { ReadResult } from '#domain/table.ts'
import { expectNoMetres, Extent, isDegrees } from '#sources/shared/coordinates.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { findText, isObject, type JsonObject } from '#sources/shared/read-json.ts'
import { RecordTable } from '#sources/shared/record-table.ts'
import { findShapeFault, type ShapeFault } from '#sources/shared/shape-faults.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

export class AreaCollector {
  rowsRead = 0
  readonly #shapes: (Geometry | null)[] = []
  readonly #names = new Set<string>()
  readonly #table: RecordTable
  readonly #resource: Resource
  readonly #problems: Problems

  constructor(resource: Resource, problems: Problems) {
    this.#resource = resource
    this.#problems = problems
    this.#table = new RecordTable(problems, 'asText')
  }

  /** Adds features of one file. Throws SourceError when its coordinates are not longitude and latitude. */
  addFeatures(features: readonly unknown[], file: string): void {
    const records: JsonObject[] = []
    const rows: (number | string)[] = []
    const extent = new Extent()
    for (const [index, feature] of features.entries()) {
      this.rowsRead++
      const properties = findProperties(feature)
      if (properties === undefined || !isObject(feature)) {
        this.#refuse(index + 1, file)
        continue
      }
      const name = this.#nameOf(properties, feature, index + 1)
      records.push(properties)
      rows.push(name)
      this.#shapes.push(this.#checkShape(feature['geometry'], name, file, extent))
    }
    extent.expectLongitudeFirst(file)
    this.#table.addBatch({ records, rows, file })
  }

  finish(): ReadResult {
    if (this.#resource.code !== undefined && this.#table.rowCount > 0) this.#expectCodes(this.#resource.code)
    return {
      table: this.#table.finish(),
      shapes: this.#shapes,
      codes: new Map(),
      rowsRead: this.rowsRead,
      rowsRefused: this.#problems.rowsRefused,
    }
  }

  #expectCodes(code: string): void {
    const column = this.#table.finish().columns.find(({ name }) => name === code)
    if (column === undefined) throw createFailure('column-missing', [this.#resource.path].flat()[0] ?? '', code)
  }

  #refuse(row: number, file: string): void {
    this.#problems.refuseRow({
      code: 'row-not-a-feature',
      file,
      row,
      message: {
        nl: 'Dit is geen gebied met eigenschappen en een vorm; het is weggelaten.',
        en: 'This is no area with properties and a shape; it was left out.',
      },
    })
  }

  /** How the report calls an area: by its code where there is one. A code that repeats is told, both rows stay. */
  #nameOf(properties: JsonObject, feature: JsonObject, row: number): string | number {
    const named = this.#resource.code === undefined ? guessCode(properties) : findText(properties, this.#resource.code)
    const name = named ?? findName(properties, this.#resource.label) ?? findText(feature, 'id')
    if (name === undefined) return row
    if (named !== undefined && this.#names.has(named)) {
      this.#problems.add({
        code: 'area-repeated',
        file: [this.#resource.path].flat()[0] ?? '',
        row: named,
        message: {
          nl: `Het gebied ${named} heeft meer dan één vorm. Alle vormen zijn bewaard.`,
          en: `The area ${named} has more than one shape. All shapes were kept.`,
        },
      })
    }
    if (named !== undefined) this.#names.add(named)
    return name
  }

  #checkShape(geometry: unknown, name: string | number, file: string, extent: Extent): Geometry | null {
    const polygons = listPolygons(geometry, file, extent)
    if (polygons === undefined) {
      this.#problems.note({
        code: 'shape-unusable',
        file,
        row: name,
        message: {
          nl: `Het gebied ${name} heeft geen vorm die te gebruiken is (een vlak met lengte- en breedtegraden). De gegevens blijven, zonder vorm.`,
          en: `The area ${name} has no usable shape (a polygon in longitude and latitude). Its data stay, without a shape.`,
        },
      })
      return null
    }
    const fault = findShapeFault(polygons)
    if (fault !== undefined) this.#problems.note(describeFault(fault, name, file))
    return geometry as Geometry
  }
}

function findProperties(feature: unknown): JsonObject | undefined {
  if (!isObject(feature)) return undefined
  const properties = feature['properties'] ?? {}
  if (!isObject(properties)) return undefined
  const id = findText(feature, 'id')
  return id === undefined || Object.hasOwn(properties, 'id') ? properties : { id, ...properties }
}

function findName(properties: JsonObject, label: string | undefined): string | undefined {
  const property = label ?? Object.keys(properties).find((name) => /^(?:naam|name)|(?:naam|name)$/i.test(name))
  return property === undefined ? undefined : findText(properties, property)
}

/** The smallest area that a property names with its CBS code: the feature of a buurt also names its gemeente. */
function guessCode(properties: JsonObject): string | undefined {
  let longest: string | undefined
  for (const name of Object.keys(properties)) {
    const code = findAreaCode(findText(properties, name) ?? '')
    if (code !== undefined && code.length > (longest?.length ?? 0)) longest = code
  }
  return longest
}

/** The rings of all polygons of a geometry, or undefined when it is no polygon with points in degrees. */
function listPolygons(geometry: unknown, file: string, extent: Extent): Position[][][] | undefined {
  if (!isObject(geometry)) return undefined
  const coordinates = geometry['coordinates']
  const polygons: unknown = geometry['type'] === 'Polygon' ? [coordinates] : geometry['type'] === 'MultiPolygon' ? coordinates : undefined
  if (!Array.isArray(polygons) || polygons.length === 0) return undefined
  for (const rings of polygons as unknown[]) {
    if (!Array.isArray(rings) || rings.length === 0) return undefined
    for (const ring of rings as unknown[]) {
      if (!Array.isArray(ring) || ring.length === 0 || !ring.every((point) => isPosition(point, file, extent))) return undefined
    }
  }
  return polygons as Position[][][]
}

function isPosition(point: unknown, file: string, extent: Extent): boolean {
  if (!Array.isArray(point)) return false
  const [x, y] = point as unknown[]
  if (typeof x !== 'number' || typeof y !== 'number') return false
  if (!isDegrees(x, y)) {
    expectNoMetres(x, y, file)
    return false
  }
  extent.include(x, y)
  return true
}

const FAULTS: Readonly<Record<ShapeFault['fault'], { nl: string; en: string }>> = {
  tooFewPoints: { nl: 'heeft minder dan vier punten', en: 'has fewer than four points' },
  notClosed: { nl: 'is niet gesloten', en: 'is not closed' },
  zeroArea: { nl: 'heeft geen oppervlakte', en: 'has no surface' },
  crossesItself: { nl: 'kruist of raakt zichzelf', en: 'crosses or touches itself' },
  ringsCross: { nl: 'bestaat uit delen of gaten die elkaar kruisen', en: 'consists of parts or holes that cross each other' },
  holeOutside: { nl: 'heeft een gat dat buiten het gebied ligt', en: 'has a hole that lies outside the area' },
  partsOverlap: { nl: 'heeft een deel dat in een ander deel ligt', en: 'has a part that lies within another part' },
}

function describeFault({ fault, at }: ShapeFault, name: string | number, file: string): Parameters<Problems['note']>[0] {
  const { nl, en } = FAULTS[fault]
  const place = at.map((degrees) => degrees.toFixed(5)).join(', ')
  return {
    code: 'shape-invalid',
    file,
    row: name,
    field: fault,
    message: {
      nl: `De grens van ${name} ${nl}, bij ${place}. De vorm is bewaard; een kaart kan er een fout in tonen.`,
      en: `The boundary of ${name} ${en}, near ${place}. The shape was kept; a map may show a fault in it.`,
    },
  }
}
