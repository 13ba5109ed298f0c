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
