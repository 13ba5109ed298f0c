/** What takes seconds to make of the figures, as plain figures: found beside them where the same program has kept it, made where it has not. */
import { deserialize, serialize } from 'node:v8'
import type { Statistics } from '#statistics/statistics.ts'
import { memoize } from '#steps/see/memo.ts'
import { digestModule } from '#steps/workers/digest-module.ts'

export interface Kept<Contents> {
  readonly kind: string
  /** Undefined where this program has kept none, or what it kept was damaged. Waits for who is making it. */
  find(statistics: Statistics): Promise<Contents | undefined>
  /** What was kept; else made here, and not kept. */
  get(statistics: Statistics): Promise<Contents>
  has(statistics: Statistics): Promise<boolean>
  /** Makes it and keeps it for whoever asks later. Rejects where it cannot be kept. */
  keep(statistics: Statistics): Promise<void>
  /** Whoever asks for it from now on waits for `maker` first, which keeps it elsewhere or gives up. */
  awaitMaker(statistics: Statistics, maker: Promise<unknown>): void
}

/** How contents are put into bytes, and got from bytes in memory that threads share. */
export interface KeptFormat<Contents> {
  readonly write: (contents: Contents) => Uint8Array
  readonly read: (bytes: Uint8Array) => Contents
}

/** @param module the one that `make` stands in, and what `format` is of: another program, in it or in what it imports, makes its own. */
export function createKept<Contents>(kind: string, module: URL, make: (statistics: Statistics) => Promise<Contents>, format: KeptFormat<Contents> = { write: serialize, read: deserialize }): Kept<Contents> {
  const makers = new WeakMap<Statistics, Promise<unknown>>()
  const find = memoize(async (statistics): Promise<Contents | undefined> => {
    await makers.get(statistics)?.catch(() => undefined)
    const bytes = await statistics.derived?.find(kind, await digestModule(module))
    return bytes && format.read(bytes)
  })
  return {
    kind,
    find,
    get: async (statistics) => {
      const found = await find(statistics)
      return found === undefined ? make(statistics) : found
    },
    has: async ({ derived }) => (await derived?.has(kind, await digestModule(module))) ?? false,
    keep: async (statistics) => {
      const [contents, key] = [await make(statistics), await digestModule(module)]
      await statistics.derived?.keep(kind, key, format.write(contents))
    },
    awaitMaker: (statistics, maker) => void makers.set(statistics, maker),
  }
}
