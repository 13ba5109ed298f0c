/** An own village in a question: its buurten are parameters. */
import { getOwnVillage, getSubject, type Subject } from '#steps/see/subject.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { ApiError } from '#api/errors.ts'

export const DEFAULT_OWN_NAME = 'Eigen dorp'

interface Members {
  readonly members?: string[] | undefined
  readonly name?: string | undefined
}

/** The area, village or own village that is asked for. Throws SeeError, or ApiError when parameters are mixed up. */
export function findSubject(statistics: Statistics, id: string, query: Members): Subject {
  const members = checkMembers(id, query)
  return members === undefined ? getSubject(statistics, id) : getOwnVillage(statistics, members, query.name ?? DEFAULT_OWN_NAME)
}

/** The members of an own village; undefined for any other place. Throws ApiError when the two are mixed up. */
export function checkMembers(id: string, query: Members): string[] | undefined {
  if (id === 'own') {
    if (query.members !== undefined) return query.members
    const message = { nl: 'Geef de buurten op met "members".', en: 'Give the neighbourhoods as "members".' }
    throw new ApiError('parameterInvalid', '', { fields: [{ field: 'members', message }] })
  }
  const field = query.members !== undefined ? 'members' : query.name !== undefined ? 'name' : undefined
  if (field === undefined) return undefined
  const message = { nl: `De parameter "${field}" hoort bij "own".`, en: `The parameter "${field}" goes with "own".` }
  throw new ApiError('parameterInvalid', '', { fields: [{ field, message }] })
}
