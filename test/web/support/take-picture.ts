/** The pictures of the pages in the documentation. */
import { mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { PageCheck } from './visit-pages.ts'

const picturesFolder = join(import.meta.dirname, '../../../docs/pictures')
const MOST_BYTES = 300_000

/** Takes the picture of a page where `UPDATE_PICTURES=1` asks for new ones, else no check. */
export const IS_PICTURED: readonly PageCheck[] =
  process.env['UPDATE_PICTURES'] === '1'
    ? [
        {
          name: 'makes a picture of a fair size',
          async check({ page, name }) {
            await mkdir(picturesFolder, { recursive: true })
            const path = join(picturesFolder, `${name}-1280.png`)
            await page.evaluate('scrollTo(0, 0)')
            await page.screenshot({ path })
            expect((await stat(path)).size).toBeLessThan(MOST_BYTES)
          },
        },
      ]
    : []
