/** The records cannot be used: one sentence that says why, and what to do. */
export class RecordsError extends Error {
  readonly messages: { readonly nl: string; readonly en: string }
  constructor(messages: { nl: string; en: string }, cause?: unknown) {
    super(messages.en, { cause })
    this.name = 'RecordsError'
    this.messages = messages
  }
}
