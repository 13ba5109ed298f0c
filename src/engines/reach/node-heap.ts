/** A binary heap of (key, node), the smallest key first. A node may stand in it more than once; whoever takes it out knows which is the newest. */
export class NodeHeap {
  #keys: Float64Array
  #nodes: Int32Array
  #size = 0

  constructor(capacity = 1024) {
    this.#keys = new Float64Array(capacity)
    this.#nodes = new Int32Array(capacity)
  }

  get size(): number {
    return this.#size
  }

  /** Smallest key, Infinity when empty. */
  get minimum(): number {
    return this.#size > 0 ? this.#keys[0]! : Infinity
  }

  clear(): void {
    this.#size = 0
  }

  push(key: number, node: number): void {
    if (this.#size === this.#keys.length) this.#grow()
    const keys = this.#keys
    const nodes = this.#nodes
    let at = this.#size++
    while (at > 0) {
      const above = (at - 1) >> 1
      if (keys[above]! <= key) break
      keys[at] = keys[above]!
      nodes[at] = nodes[above]!
      at = above
    }
    keys[at] = key
    nodes[at] = node
  }

  /** Takes out the node with the smallest key. The heap must not be empty. */
  pop(): number {
    const keys = this.#keys
    const nodes = this.#nodes
    const first = nodes[0]!
    const size = --this.#size
    const key = keys[size]!
    const node = nodes[size]!
    let at = 0
    for (;;) {
      let below = 2 * at + 1
      if (below >= size) break
      if (below + 1 < size && keys[below + 1]! < keys[below]!) below++
      if (keys[below]! >= key) break
      keys[at] = keys[below]!
      nodes[at] = nodes[below]!
      at = below
    }
    keys[at] = key
    nodes[at] = node
    return first
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length)
    const nodes = new Int32Array(2 * this.#nodes.length)
    keys.set(this.#keys)
    nodes.set(this.#nodes)
    this.#keys = keys
    this.#nodes = nodes
  }
}
