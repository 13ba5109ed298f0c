/** What is wrong with something that was given, in words. */

/** Something that is not right, and where. */
export interface Fault {
  /** Path within what was given: dimensions.0.weight; empty for the whole. */
  readonly field: string
  readonly message: { readonly nl: string; readonly en: string }
}

export function makeFault(field: string, nl: string, en: string): Fault {
  return { field, message: { nl, en } }
}

/** Faults of a part of what was given, put in their place within the whole. */
export function placeFaults(faults: readonly Fault[], place: string): Fault[] {
  return faults.map((fault) => ({ ...fault, field: fault.field === '' ? place : `${place}.${fault.field}` }))
}
