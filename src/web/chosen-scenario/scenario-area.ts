/** Where the growth and shrink of a place are. */
import type { PlaceAnswer } from '#domain/answers/answers.ts'

/** The municipality that a place lies in, or the place itself where it is larger. */
export function findScenarioArea({ id, name, parents }: Pick<PlaceAnswer, 'id' | 'name' | 'parents'>): { readonly code: string; readonly name: string } {
  return parents.find(({ level }) => level === 'municipality') ?? { code: id, name }
}
