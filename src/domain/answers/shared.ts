/** Pieces that several answers of the API share. */
import { z } from 'zod'
import { AREA_LEVELS } from '#domain/area.ts'
import { MISSING_REASONS } from '#domain/missing.ts'
import { THEMES } from '#domain/indicator.ts'

export const levelSchema = z.enum(AREA_LEVELS).describe('Level of area, from country to neighbourhood (buurt)')
export const missingReasonSchema = z.enum(MISSING_REASONS).exclude(['present']).describe('Why a figure is not there')
export const themeSchema = z.enum(THEMES)
export const codeSchema = z.string().regex(/^[A-Z]{2}[A-Z\d]{2,8}$/).describe('CBS area code without padding, such as GM1680')
export const yearSchema = z.coerce.number().int().min(1900).max(2100)
export const bilingualSchema = z.object({ nl: z.string(), en: z.string() })

/** One figure: a value, or the reason it is missing. Exactly one of the two is present. */
export const figureSchema = z.object({ value: z.number().optional(), missing: missingReasonSchema.optional() })
export const areaRefSchema = z.object({ code: z.string(), name: z.string(), level: levelSchema })
/** RFC 9457. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  instance: z.string().optional(),
  /** Stable code from the error table. */
  code: z.string(),
  fields: z.array(z.object({ field: z.string(), message: z.string() })).optional().describe('The parameters that are not right'),
})

export type Figure = z.infer<typeof figureSchema>
export type AreaRef = z.infer<typeof areaRefSchema>
export type Problem = z.infer<typeof problemSchema>
