import { useQuery } from '@tanstack/react-query'
import { collectionsQuery } from '#web/api/queries.ts'
import { NETHERLANDS_BOUNDS, type Bounds } from '#web/map/bounds.ts'

/** The box around all areas there are, which need not be the Netherlands; undefined until it is known. */
export function useExtent(): Bounds | undefined {
  const { data, error } = useQuery(collectionsQuery())
  if (error) return NETHERLANDS_BOUNDS
  if (data === undefined) return undefined
  return data.collections.find(({ extent }) => extent !== undefined)?.extent?.spatial.bbox[0] ?? NETHERLANDS_BOUNDS
}
