/** What answers of OData v3 and v4 have in common: rows under `value`, a link to the next page, or an error. */
import { isObject, writeJson, type JsonObject } from '#sources/shared/read-json.ts'
import type { Problems } from '#sources/shared/problems.ts'
import { createFailure } from '#sources/shared/source-failures.ts'

/** The rows of an answer. Throws SourceError for an error message or anything else that is not a page of rows. */
export function getODataRows(document: unknown, location: string): readonly unknown[] {
  if (!isObject(document)) throw createFailure('shape-of-file', location, 'OData')
  const error = document['odata.error'] ?? document['error']
  if (error !== undefined) throw createFailure('service-answered-error', location, writeJson(error, 200))
  if (!Array.isArray(document['value'])) throw createFailure('shape-of-file', location, 'OData: "value"')
  return document['value']
}

/** The link to the next page, or undefined on the last. */
export function findODataNextLink(document: unknown): string | undefined {
  if (!isObject(document)) return undefined
  const link = document['odata.nextLink'] ?? document['@odata.nextLink']
  return typeof link === 'string' && link !== '' ? link : undefined
}

export interface AcceptedRows {
  readonly records: JsonObject[]
  readonly rows: (number | string)[]
}

/** The rows that are objects; others are refused. `idName` is the publisher's own row number. */
export function acceptObjects(values: readonly unknown[], file: string, idName: string, problems: Problems): AcceptedRows {
  const accepted: AcceptedRows = { records: [], rows: [] }
  for (const [index, value] of values.entries()) {
    if (isObject(value)) {
      const id = value[idName]
      accepted.records.push(value)
      accepted.rows.push(typeof id === 'number' || typeof id === 'string' ? id : index + 1)
    } else {
      problems.refuseRow({
        code: 'row-not-a-record',
        file,
        row: index + 1,
        message: { nl: 'Deze rij bestaat niet uit kolommen met waarden.', en: 'This row does not consist of columns with values.' },
      })
    }
  }
  return accepted
}
