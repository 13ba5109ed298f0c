import type { SpawnOptions } from 'node:child_process'

export declare function keepServing(command: string, words: readonly string[], options: SpawnOptions, settings?: { readonly servedMs?: number; readonly say?: (line: string) => void }): Promise<number>
