/** Reads areas from GeoJSON: files, or an OGC API Features service such as that of PDOK. */
import type { Resource } from '#domain/data-package.ts'
import type { FileProvider, Reader } from '#domain/reader.ts'
import type { ReadResult } from '#domain/table.ts'
import { findNextFeatures, findNumberMatched, getFeatures, identifyFeature } from '#sources/shared/features.ts'
import { AreaCollector } from '#sources/shared/area-collector.ts'
import { expectWgs84 } from '#sources/shared/coordinates.ts'
import { collectProblems, type Problems } from '#sources/shared/problems.ts'
import { readPages, SeenRows } from '#sources/shared/read-pages.ts'

export const geoJsonAreas: Reader = {
  id: 'geojson-areas',
  read: (resource, files, findings) => collectProblems(resource.name, findings, (problems) => readAreas(resource, files, problems)),
}

async function readAreas(resource: Resource, files: FileProvider, problems: Problems): Promise<ReadResult> {
  const areas = new AreaCollector(resource, problems)
  const seen = new SeenRows()
  let matched: number | undefined
  let last = ''
  for await (const page of readPages(resource.path, files, problems, findNextFeatures)) {
    expectWgs84(page.document, page.location)
    const features = getFeatures(page.document, page.location)
    seen.expectNew(page, features.map(identifyFeature))
    areas.addFeatures(features, page.location)
    matched = findNumberMatched(page.document) ?? matched
    last = page.location
  }
  if (matched !== undefined && matched !== areas.rowsRead) problems.note(describeIncomplete(last, matched, areas.rowsRead))
  return areas.finish()
}

function describeIncomplete(file: string, matched: number, read: number): Parameters<Problems['note']>[0] {
  return {
    code: 'incomplete',
    file,
    field: 'numberMatched',
    count: Math.abs(matched - read),
    message: {
      nl: `De dienst noemt ${matched} gebieden; er zijn er ${read} binnengekomen.`,
      en: `The service names ${matched} areas; ${read} came in.`,
    },
  }
}
