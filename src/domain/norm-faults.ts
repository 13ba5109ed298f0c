/** What a schema cannot see of norms. Apart from the schema, since the site looks too and cannot take the schema along: zod tries to compile, which its policy forbids. */
import { makeFault, type Fault } from '#domain/fault.ts'
import type { Norm } from '#domain/norm.ts'

/** Mode of a norm that names none. */
export const USUAL_MODE = 'car'

/** Norms that say nothing, and two about the same. */
export function listNormFaults(norms: readonly Norm[]): Fault[] {
  return norms.flatMap(({ facilityType, mode = USUAL_MODE, mostMinutes, leastSize }, at) => {
    const field = `norms.${at}`
    if (mostMinutes === undefined && leastSize === undefined) return [makeFault(field, `Norm ${at + 1} (${facilityType}) zegt niets. Geef "mostMinutes" of "leastSize".`, `Norm ${at + 1} (${facilityType}) says nothing. Give "mostMinutes" or "leastSize".`)]
    const earlier = norms.findIndex((other) => other.facilityType === facilityType && (other.mode ?? USUAL_MODE) === mode)
    return earlier === at ? [] : [makeFault(field, `Norm ${earlier + 1} en ${at + 1} gaan over hetzelfde (${facilityType}, ${mode}). Laat er één staan.`, `Norms ${earlier + 1} and ${at + 1} are about the same (${facilityType}, ${mode}). Keep one.`)]
  })
}
