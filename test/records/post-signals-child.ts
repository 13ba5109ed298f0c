/**
 * Run by the tests of durability: a server that is sent one signal after another, and says on standard output what it acknowledged.
 * Words: folder of the records, mode of synchronous, number of signals.
 */
import { createServer } from '#api/server.ts'
import { openSqlite } from '#records/sqlite.ts'
import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { makeTestStatistics } from '../support/test-statistics.ts'

const [folder = '', synchronous = 'FULL', count = '1'] = process.argv.slice(2)
const records = await openSqlite(join(folder, 'records.sqlite'), { synchronous: synchronous as 'FULL' })
const statistics = makeTestStatistics()
const app = await createServer({ getStatistics: () => statistics, records, senderLimits: { perHour: 1e6, perDay: 1e6, allPerHour: 1e6, exempt: [] } })

for (let number = 0; number < Number(count); number++) {
  const payload = { placeId: 'GN101', basic: 'school', text: `Melding ${number}. ${'De bus rijdt niet. '.repeat(80)}`, contact: `els-${number}@example.org` }
  const answer = await app.inject({ method: 'POST', url: '/v1/signals', payload })
  const { id, code } = answer.json<{ id: string; code: string }>()
  writeSync(1, `${id}\n`)
  // Moves everything into the main file, as it happens by itself after a thousand pages.
  if (number % 25 === 24) await app.inject({ method: 'DELETE', url: `/v1/receipts/${code}/contact` })
}
await app.close()
await records.close()
