/** What users are told about a run that takes longer than a request. */
import { z } from 'zod'
import { bilingualSchema } from '#domain/answers/shared.ts'

/** GET /v1/jobs/{id} */
export const jobSchema = z.object({
  id: z.string(),
  status: z.enum(['waiting', 'running', 'done', 'failed', 'cancelled']),
  progress: z.number().describe('In [0, 1]'),
  ahead: z.number().int().describe('How many jobs go first'),
  secondsLeft: z.number().int().optional().describe('A guess, once there is something to guess from; of plans for sites there never is'),
  self: z.string().describe('Path of the job, with a ticket of your own: ask it again while it waits or runs, once a second at most; DELETE it to stop waiting'),
  result: z.string().optional().describe('Path of the result, once it is done'),
  failure: bilingualSchema.optional(),
})

export type JobAnswer = z.infer<typeof jobSchema>
