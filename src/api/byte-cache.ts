/** Keeps what was made, up to a number of bytes; what was asked for longest ago goes first. */

/** What an entry costs beside its value, so that a great many empty ones have an end too. */
const ENTRY_BYTES = 500

export class ByteCache<V> {
  readonly #kept = new Map<string, { readonly value: V; readonly bytes: number }>()
  readonly #limitBytes: number
  #bytes = 0

  constructor(limitBytes: number) {
    this.#limitBytes = limitBytes
  }

  /** Bytes of all that is kept, its bookkeeping included. */
  get bytes(): number {
    return this.#bytes
  }

  find(key: string): V | undefined {
    const entry = this.#kept.get(key)
    if (entry === undefined) return undefined
    this.#kept.delete(key)
    this.#kept.set(key, entry)
    return entry.value
  }

  /** Keeps a value of so many bytes. One larger than the whole cache is not kept. */
  keep(key: string, value: V, bytes: number): void {
    this.drop(key)
    const cost = bytes + ENTRY_BYTES
    if (cost > this.#limitBytes) return
    this.#kept.set(key, { value, bytes: cost })
    this.#bytes += cost
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#limitBytes) return
      this.drop(oldest)
    }
  }

  drop(key: string): void {
    const entry = this.#kept.get(key)
    if (entry === undefined) return
    this.#kept.delete(key)
    this.#bytes -= entry.bytes
  }
}
