/** Who is responsible for the personal data here, and how long they are kept. */
import { privacySchema } from '#domain/answers/signals.ts'
import { RETENTION_DAYS } from '#domain/signal.ts'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints } from '#api/endpoint.ts'
import { nothing } from '#api/schemas/queries.ts'

export function addPrivacyRoutes(endpoints: Endpoints, operator: string | undefined): void {
  endpoints.get({
    operationId: 'getPrivacy',
    tag: 'signals',
    summary: 'Who is responsible for personal data here, and how long they are kept',
    path: '/v1/privacy',
    params: nothing,
    query: nothing,
    answers: { [JSON_TYPE]: privacySchema },
    problems: [],
    changes: true,
    answer: () => ({ body: { ...(operator !== undefined && { operator }), retentionDays: RETENTION_DAYS } }),
  })
}
