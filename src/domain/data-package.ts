/** The Frictionless data package that an import reads: resources with a reader, a path, a source and a licence. */
import { z } from 'zod'
import type { Words } from '#domain/words.ts'

export const sourceSchema = z.object({ title: z.string(), path: z.string().optional() })
export const licenceSchema = z.object({ name: z.string(), title: z.string().optional(), path: z.string().optional() })

/** A title and a description, and the same in another language: `title@en` beside `title` (Frictionless, language support). */
const textFields = {
  title: z.string().optional(),
  'title@nl': z.string().optional(),
  'title@en': z.string().optional(),
  description: z.string().optional(),
  'description@nl': z.string().optional(),
  'description@en': z.string().optional(),
}

export const resourceSchema = z.object({
  ...textFields,
  name: z.string().regex(/^[a-z0-9][a-z0-9._-]*$/),
  /** A path relative to the package, a URL, or several of them that together are one resource. */
  path: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  reader: z.string(),
  /** Table identifier of the publisher, such as 85984NED. */
  table: z.string().optional(),
  /** Year the figures or shapes are of (1 January). */
  year: z.number().int().optional(),
  level: z.string().optional(),
  /** ISO country code where it is not the Netherlands. */
  country: z.string().length(2).optional(),
  /** Property that holds the area code, and the one that holds its name. */
  code: z.string().optional(),
  label: z.string().optional(),
  /** File or URL with the names of the dimension codes (OData v3). */
  names: z.string().optional(),
  /** File or URL with the column descriptions (OData v3 DataProperties). */
  properties: z.string().optional(),
  /** Folder or URL beside the observations that holds codes, dimensions, measures (OData v4). */
  folder: z.string().optional(),
  missing: z.string().optional(),
  sources: z.array(sourceSchema).default([]),
  licenses: z.array(licenceSchema).default([]),
})

export const dataPackageSchema = z.object({
  ...textFields,
  name: z.string(),
  created: z.string().optional(),
  /** True for the made-up province: every page then says so. */
  fictional: z.boolean().optional(),
  resources: z.array(resourceSchema).min(1),
})

export type Resource = z.infer<typeof resourceSchema>
export type DataPackage = z.infer<typeof dataPackageSchema>

type Described = Pick<DataPackage, keyof typeof textFields>

/** The title, or else `name`, in both languages; the same text twice where the package gives one. */
export function readTitle(described: Described, name: string): Words {
  const { title = name } = described
  return { nl: described['title@nl'] ?? title, en: described['title@en'] ?? title }
}

/** The description in both languages, empty where there is none. */
export function readDescription(described: Described): Words {
  const { description = '' } = described
  return { nl: described['description@nl'] ?? description, en: described['description@en'] ?? description }
}

/** The location that stands for the package pointing at the live services of CBS, PDOK and GeoNames. */
export const BUILT_IN_PACKAGE = 'netherlands'
