/** Which layer may import which: the way of the data, one way only (docs/architecture.md). */

/** A layer is a folder of src/; `main` is the files directly in src/. */
export interface Direction {
  readonly from: string
  readonly to: readonly string[]
  /** Layers of which only types may be imported: they vanish before the program runs. */
  readonly typesOnly?: readonly string[]
}

export const DIRECTIONS: readonly Direction[] = [
  { from: 'domain', to: [] },
  { from: 'engines', to: [] },
  { from: 'sources', to: ['domain'] },
  { from: 'statistics', to: ['domain'] },
  { from: 'records', to: ['domain'] },
  { from: 'steps', to: ['sources', 'statistics', 'records', 'engines', 'domain'] },
  { from: 'api', to: ['steps', 'domain'], typesOnly: ['statistics', 'records'] },
  { from: 'web', to: ['domain'] },
  { from: 'cli', to: ['steps', 'domain', 'statistics', 'records', 'main'], typesOnly: ['sources'] },
  { from: 'main', to: ['domain', 'sources', 'statistics', 'records', 'steps', 'api', 'cli', 'web', 'engines'] },
]

/** Engines know nothing of each other but these (own folder excepted). */
export const SHARED_ENGINES: readonly string[] = ['numeric']
