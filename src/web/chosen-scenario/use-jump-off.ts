/** The first year that a step of a scenario can be about. */
import { useQuery } from '@tanstack/react-query'
import { statusQuery } from '#web/api/queries.ts'
import { getJumpOff } from '#web/chosen-scenario/jump-off.ts'

/** Until the status is there, a year that every package has. */
const USUAL_YEAR = 2024

export function useJumpOff(): number {
  const status = useQuery(statusQuery()).data
  return status ? getJumpOff(status) : USUAL_YEAR
}
