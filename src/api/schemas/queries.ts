/** The parameters that several endpoints share. */
import { codeSchema, levelSchema, yearSchema } from '#domain/answers/shared.ts'
import { z } from 'zod'

export const nothing = z.object({})

export const levelAndYear = {
  level: levelSchema,
  year: yearSchema.optional().describe('1 January of this year; the newest year with neighbourhood or municipality figures when left out'),
  within: codeSchema.optional().describe('Only areas in this one, such as PV22'),
}

const listOf = (item: z.ZodString, most: number) =>
  z
    .string()
    .max(most * 40)
    .transform((text) => text.split(',').filter((part) => part !== ''))
    .pipe(z.array(item).min(1).max(most))

const membersSchema = listOf(z.string().regex(/^BU\d{8}$/), 200).describe('Codes of the buurten of an own village, with commas between them')
export const indicatorsSchema = listOf(z.string().regex(/^[a-zA-Z][a-zA-Z0-9]*$/), 40).describe('Identifiers of indicators, with commas between them')
export const indicatorId = z.string().min(1).max(100).describe('Identifier of an indicator, such as population')

export const placeId = z.object({
  id: z.string().min(1).max(20).describe('An area code (GM1680), a place id (GN…, WP…), or `own` for an own village given by `members`'),
})
export const ownVillage = {
  members: membersSchema.optional(),
  name: z.string().min(1).max(80).optional().describe('Name of an own village'),
}
