/** JSON-stat 2.0 as far as it is served: a dataset with the dimensions indicator, year and area. */
import { z } from 'zod'

const texts = z.record(z.string(), z.string())
const dimension = z.object({
  label: z.string(),
  category: z.object({
    index: z.array(z.string()),
    label: texts,
    unit: z.record(z.string(), z.object({ label: z.string(), decimals: z.number().int() })).optional(),
  }),
})

export const jsonStatSchema = z.object({
  version: z.literal('2.0'),
  class: z.literal('dataset'),
  label: z.string(),
  source: z.string(),
  updated: z.string(),
  id: z.array(z.string()),
  size: z.array(z.number().int()),
  role: z.record(z.string(), z.array(z.string())),
  dimension: z.object({ indicator: dimension, year: dimension, area: dimension }),
  value: z.array(z.number().nullable()),
  status: z.record(z.string(), z.string()).optional(),
  note: z.array(z.string()),
  extension: z.object({ licence: z.array(z.string()), retrieved: z.array(z.string()), missingReasons: texts, fictional: z.boolean() }),
})
