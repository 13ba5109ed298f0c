/** Reads points with properties from GeoJSON: files, or an OGC API Features service. */
import type { Resource } from '#domain/data-package.ts'
import type { FileProvider, Reader } from '#domain/reader.ts'
import type { ReadResult } from '#domain/table.ts'
import { parsePoint } from '#sources/geojson-points/parse.ts'
import { expectWgs84, Extent } from '#sources/shared/coordinates.ts'
import { findNextFeatures, getFeatures, identifyFeature } from '#sources/shared/features.ts'
import { collectProblems, type Problems } from '#sources/shared/problems.ts'
import type { JsonObject } from '#sources/shared/read-json.ts'
import { readPages, SeenRows, type Page } from '#sources/shared/read-pages.ts'
import { RecordTable } from '#sources/shared/record-table.ts'

export const geoJsonPoints: Reader = {
  id: 'geojson-points',
  read: (resource, files, findings) => collectProblems(resource.name, findings, (problems) => readPoints(resource, files, problems)),
}

async function readPoints(resource: Resource, files: FileProvider, problems: Problems): Promise<ReadResult> {
  const table = new RecordTable(problems, 'asText')
  const seen = new SeenRows()
  let rowsRead = 0
  for await (const page of readPages(resource.path, files, problems, findNextFeatures)) {
    expectWgs84(page.document, page.location)
    const features = getFeatures(page.document, page.location)
    seen.expectNew(page, features.map(identifyFeature))
    rowsRead += features.length
    addPoints(table, features, page, problems)
  }
  return { table: table.finish(), codes: new Map(), rowsRead, rowsRefused: problems.rowsRefused }
}

function addPoints(table: RecordTable, features: readonly unknown[], { location }: Page, problems: Problems): void {
  const extent = new Extent()
  const records: JsonObject[] = []
  const rows: number[] = []
  for (const [index, feature] of features.entries()) {
    const parsed = parsePoint(feature, location, extent)
    if (parsed.refused !== undefined) problems.refuseRow({ ...parsed.refused, file: location, row: index + 1 })
    else {
      records.push(parsed.record)
      rows.push(index + 1)
    }
  }
  extent.expectLongitudeFirst(location)
  table.addBatch({ records, rows, file: location })
}
