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

/**
 * @param module the one that `make` stands in: another program, in it or in what it imports, makes its own.
 * @param receive what is to be held of what was read.
 */
export function createKept<Contents>(kind: string, module: URL, make: (statistics: Statistics) => Promise<Contents>, receive = (read: Contents): Contents => read): Kept<Contents> {
  const makers = new WeakMap<Statistics, Promise<unknown>>()
  const findBytes = async ({ derived }: Statistics) => derived?.find(kind, await digestModule(module))
  const find = memoize(async (statistics): Promise<Contents | undefined> => {
    await makers.get(statistics)?.catch(() => undefined)
    const bytes = await findBytes(statistics)
    return bytes && receive(deserialize(bytes) as Contents)
  })
  return {
    kind,
    find,
    get: async (statistics) => {
      const found = await find(statistics)
      return found === undefined ? make(statistics) : found
    },
    has: async (statistics) => (await findBytes(statistics)) !== undefined,
    keep: async (statistics) => {
      const [contents, key] = [await make(statistics), await digestModule(module)]
      await statistics.derived?.keep(kind, key, serialize(contents))
    },
    awaitMaker: (statistics, maker) => void makers.set(statistics, maker),
  }
}
