import { useQuery } from '@tanstack/react-query'
import type { SeriesAnswer } from '#domain/answers/answers.ts'
import { sourcesQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { writeSources } from '#web/format/sources.ts'

/** Where the series come from, in one line for a picture. */
export function useSourceLine(...answers: readonly SeriesAnswer[]): string {
  return useResourceLine(answers.flatMap(({ series }) => series.flatMap(({ sources = [] }) => sources)))
}

/** The same from the names of resources. */
export function useResourceLine(resources: readonly string[]): string {
  const { t, pick } = useLanguage()
  const known = useQuery(sourcesQuery()).data?.sources ?? []
  const text = writeSources(known.filter(({ resource }) => resources.includes(resource)), pick)
  return text === '' ? t.site.name : `${t.figure.source}: ${text} · ${t.site.name}`
}
