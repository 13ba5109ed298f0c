import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '#web/api/client.ts'

/** The cache of answers. Statistics change only by an import, so an answer stays good for minutes; a refusal (4xx) is not tried again. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status >= 400 && error.status < 500),
      },
    },
  })
}
