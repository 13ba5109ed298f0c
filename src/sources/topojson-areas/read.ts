/** Reads areas from TopoJSON files. */
import type { Reader } from '#domain/reader.ts'
import { AreaCollector } from '#sources/shared/area-collector.ts'
import { collectProblems, type Problems } from '#sources/shared/problems.ts'
import { readJson } from '#sources/shared/read-json.ts'
import { parseTopology } from '#sources/topojson-areas/parse.ts'

export const topoJsonAreas: Reader = {
  id: 'topojson-areas',
  read: (resource, files, findings) =>
    collectProblems(resource.name, findings, async (problems) => {
      const areas = new AreaCollector(resource, problems)
      for (const location of [resource.path].flat()) {
        const { features, object, others } = parseTopology(await readJson(await files.obtain(location), problems), location)
        if (others.length > 0) problems.note(describeOthers(location, object, others))
        areas.addFeatures(features, location)
      }
      return areas.finish()
    }),
}

function describeOthers(file: string, object: string, others: readonly string[]): Parameters<Problems['note']>[0] {
  return {
    severity: 'info',
    code: 'objects-not-read',
    file,
    field: object,
    count: others.length,
    message: {
      nl: `Alleen "${object}" is gelezen, niet: ${others.join(', ')}.`,
      en: `Only "${object}" was read, not: ${others.join(', ')}.`,
    },
  }
}
