/** The bytes of answers, raw and compressed, kept for the next who asks. */
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { ByteCache } from '#api/byte-cache.ts'
import type { Encoding } from '#api/negotiate.ts'

const KEPT_BYTES = 32e6
/** Below this, compressing costs more than it saves. */
const SMALLEST_COMPRESSED_BYTES = 1400
/** 5 takes twice as long for half a per cent. */
const BROTLI_QUALITY = 4

export interface KeptAnswer {
  readonly bytes: Uint8Array
  readonly headers: Readonly<Record<string, string>>
}

export interface EncodedBody {
  readonly bytes: Uint8Array
  readonly encoding: Encoding
}

export class BodyStore {
  readonly #cache = new ByteCache<KeptAnswer>(KEPT_BYTES)

  find(key: string): KeptAnswer | undefined {
    return this.#cache.find(key)
  }

  keep(key: string, answer: KeptAnswer): void {
    this.#cache.keep(key, answer, answer.bytes.length)
  }

  /** The answer in that encoding; kept too when a key is given. Small answers stay as they are. */
  async encode(answer: KeptAnswer, encoding: Encoding, key?: string): Promise<EncodedBody> {
    if (encoding === 'identity' || answer.bytes.length < SMALLEST_COMPRESSED_BYTES || isCompressed(answer.headers['content-type'])) {
      return { bytes: answer.bytes, encoding: 'identity' }
    }
    const encodedKey = key && `${encoding} ${key}`
    const kept = encodedKey === undefined ? undefined : this.#cache.find(encodedKey)
    if (kept !== undefined) return { bytes: kept.bytes, encoding }
    const bytes = await compress(answer.bytes, encoding)
    if (encodedKey !== undefined) this.#cache.keep(encodedKey, { bytes, headers: {} }, bytes.length)
    return { bytes, encoding }
  }
}

const runBrotli = promisify(brotliCompress)
const runGzip = promisify(gzip)

function compress(bytes: Uint8Array, encoding: 'br' | 'gzip'): Promise<Uint8Array> {
  if (encoding === 'gzip') return runGzip(bytes)
  return runBrotli(bytes, {
    params: { [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length },
  })
}

function isCompressed(type = ''): boolean {
  return type.includes('spreadsheetml') || type.includes('parquet')
}
