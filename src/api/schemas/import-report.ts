/** The reconciliation report as it is served; the type is in domain/report.ts. */
import { bilingualSchema, levelSchema, missingReasonSchema } from '#domain/answers/shared.ts'
import { RESOURCE_USES, type ReconciliationReport } from '#domain/report.ts'
import { z } from 'zod'

const count = z.number().int()
const counts = z.record(z.string(), count)
const byLevel = z.partialRecord(levelSchema, z.number())

const resourceLine = z.object({
  resource: z.string(),
  title: bilingualSchema,
  reader: z.string(),
  outcome: z.enum(['used', 'kept', 'failed', 'skipped']),
  usedFor: z.array(z.enum(RESOURCE_USES)).optional(),
  files: count,
  bytes: count,
  rowsRead: count,
  rowsKept: count,
  rowsRefused: count,
  refusedFor: counts,
  milliseconds: z.number(),
})

const levelSum = z.object({
  indicator: z.string(),
  year: count,
  level: levelSchema,
  areas: count,
  sum: z.number(),
  against: levelSchema,
  sumAgainst: z.number(),
  countrySum: z.number(),
  difference: z.number(),
  roundingBand: z.number(),
})

const missingRow = z.object({
  year: count,
  table: z.string(),
  rowId: count,
  municipality: z.string(),
  municipalityName: z.string(),
  level: levelSchema.optional(),
  code: z.string().optional(),
  name: z.string().optional(),
})

const missingRowsLine = z.object({
  year: count,
  table: z.string(),
  resource: z.string(),
  rows: count,
  byLevel,
  inhabitants: byLevel,
  listed: z.array(missingRow),
})

const columnLine = z.object({
  indicator: z.string(),
  year: count,
  level: levelSchema,
  present: count,
  missing: z.partialRecord(missingReasonSchema, count),
})

const shapesLine = z.object({
  level: levelSchema,
  shapeYear: count,
  areaYear: count,
  areas: count,
  shapes: count,
  areasWithoutShape: z.array(z.string()),
  shapesWithoutArea: z.array(z.string()),
  invalidShapes: z.array(z.string()),
})

const finding = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  code: z.string(),
  resource: z.string(),
  file: z.string().optional(),
  row: z.union([z.number(), z.string()]).optional(),
  field: z.string().optional(),
  count: count.optional(),
  message: z.object({ nl: z.string(), en: z.string() }),
})

/** The report must always fit: a field added to the domain type but not here fails the type check below. */
export const importReportSchema = z.object({
  version: z.string(),
  importedAt: z.string(),
  packageName: z.string(),
  packageTitle: bilingualSchema,
  fictional: z.boolean(),
  seconds: z.number(),
  resources: z.array(resourceLine),
  levelSums: z.array(levelSum),
  missingRows: z.array(missingRowsLine),
  columns: z.array(columnLine),
  shapes: z.array(shapesLine),
  findings: z.array(finding),
})

type Served = z.infer<typeof importReportSchema>
type SameKeys<A, B> = keyof A extends keyof B ? (keyof B extends keyof A ? true : never) : never
const sameKeys: [
  SameKeys<Served, ReconciliationReport>,
  SameKeys<Served['resources'][number], ReconciliationReport['resources'][number]>,
  SameKeys<Served['missingRows'][number]['listed'][number], ReconciliationReport['missingRows'][number]['listed'][number]>,
  SameKeys<Served['findings'][number], ReconciliationReport['findings'][number]>,
] = [true, true, true, true]
void sameKeys
