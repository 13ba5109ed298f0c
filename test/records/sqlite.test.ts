import { chmodSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { migrate } from '#records/migrate.ts'
import { MIGRATIONS } from '#records/migrations/index.ts'
import { hasRecords, openRecords } from '#records/open-records.ts'
import { RecordsError } from '#records/records-error.ts'
import { openSqlite } from '#records/sqlite.ts'
import { eraseSignalContact, findSignal, insertSignal } from '#records/signals.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'topdorp-sqlite-'))
  path = join(folder, 'records', 'records.sqlite')
})
afterEach(() => rmSync(folder, { recursive: true }))

const signal = {
  id: 'S1', receiptHash: 'r', placeId: 'GN1', placeName: 'Dorp', areaCode: 'BU1', areaName: 'Dorp', municipalityCode: 'GM1', municipalityName: 'Gemeente',
  basic: 'school', text: 'De school sluit', whereExactly: undefined, receivedAt: '2026-01-01T00:00:00.000Z',
} as const
const SECRET = 'jan.de.vries@example.org'

const getMessage = async (attempt: Promise<unknown>): Promise<string> => {
  const error = await attempt.catch((caught: unknown) => caught)
  expect(error).toBeInstanceOf(RecordsError)
  const { nl, en } = (error as RecordsError).messages
  expect(en).not.toBe(nl)
  return nl
}

describe('the file', () => {
  test('is durable: WAL, synchronous FULL, foreign keys, and erasing writes over what was there', async () => {
    const records = await openSqlite(path)
    const ask = async (pragma: string) => Object.values((await records.database.executeQuery({ sql: `pragma ${pragma}`, parameters: [], query: { kind: 'RawNode' } as never, queryId: { queryId: pragma } })).rows[0] as object)[0]
    expect(await Promise.all(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete'].map(ask))).toEqual(['wal', 2, 1, 1])
    await records.close()
  })
  test('and those beside it are for the eyes of their owner only', async () => {
    const records = await openSqlite(path)
    await insertSignal(records.database, signal)
    for (const name of readdirSync(join(folder, 'records'))) expect([name, statSync(join(folder, 'records', name)).mode & 0o077]).toEqual([name, 0])
    await records.close()
  })
  test('is there after opening the records of a home folder, and not before', async () => {
    const settings = { home: folder, database: undefined }
    expect(hasRecords(settings)).toBe(false)
    await (await openRecords(settings)).close()
    expect(hasRecords(settings)).toBe(true)
  })
  test('holds no byte of what was erased', async () => {
    const records = await openSqlite(path)
    await insertSignal(records.database, { ...signal, contact: { text: SECRET, eraseAt: '2027' } })
    const holds = () => readdirSync(join(folder, 'records')).some((name) => readFileSync(join(folder, 'records', name)).includes(SECRET))
    expect(holds()).toBe(true)
    await eraseSignalContact(records.database, 'S1', '2026')
    await records.forgetErased()
    expect(holds()).toBe(false)
    await records.close()
  })
  test('that is no database is refused, and stays as it is', async () => {
    await (await openSqlite(path)).close()
    writeFileSync(path, 'this is a letter to my mother, not a database, and it is long enough to see that')
    expect(await getMessage(openSqlite(path))).toContain(path)
    expect(readFileSync(path, 'utf8')).toContain('mother')
  })
  test('with a damaged page is found out', async () => {
    const records = await openSqlite(path)
    for (let number = 0; number < 200; number++) await insertSignal(records.database, { ...signal, id: `S${number}`, receiptHash: `r${number}` })
    await records.close()
    const bytes = readFileSync(path)
    bytes.fill(0x55, bytes.length - 12_000, bytes.length - 4000)
    writeFileSync(path, bytes)
    const damaged = await openSqlite(path)
    expect((await damaged.listFaults()).length).toBeGreaterThan(0)
    await damaged.close()
  })
})

describe('a backup', () => {
  test('taken while others write is whole, for the eyes of its owner, and overwrites nothing', async () => {
    const records = await openSqlite(path)
    await insertSignal(records.database, signal)
    const copy = join(folder, 'copies', 'copy.sqlite')
    const writing = insertSignal(records.database, { ...signal, id: 'S2', receiptHash: 'r2' })
    await records.backup(copy)
    await writing
    expect(statSync(copy).mode & 0o077).toBe(0)
    expect(await getMessage(records.backup(copy))).toContain('bestaat al')
    await records.close()
    const restored = await openSqlite(copy)
    expect(await findSignal(restored.database, 'S1')).toMatchObject({ text: signal.text })
    expect(await restored.listFaults()).toEqual([])
    await restored.close()
  })
})

describe('migrations', () => {
  const noLock = async () => {}
  test('are numbered 1, 2, 3 …', () => {
    expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, index) => index + 1))
  })
  test('are applied once', async () => {
    const records = await openSqlite(path)
    expect(await migrate(records.database, noLock)).toBe(0)
    const next = { number: MIGRATIONS.length + 1, name: 'more', statements: ['create table more (a text)'] }
    expect(await migrate(records.database, noLock, [...MIGRATIONS, next])).toBe(1)
    expect(await migrate(records.database, noLock, [...MIGRATIONS, next])).toBe(0)
    await records.close()
  })
  test('are applied whole or not at all', async () => {
    const records = await openSqlite(path)
    const broken = { number: MIGRATIONS.length + 1, name: 'broken', statements: ['create table half (a text)', 'create table half (a text)'] }
    await expect(migrate(records.database, noLock, [...MIGRATIONS, broken])).rejects.toThrow('already exists')
    await records.close()
    const file = new DatabaseSync(path)
    expect(file.prepare("select name from sqlite_master where name = 'half'").all()).toEqual([])
    expect(file.prepare('select count(*) as n from records_migration').get()).toEqual({ n: MIGRATIONS.length })
    file.close()
  })
  test('of a newer version of the program are refused by name, with a way out', async () => {
    await (await openSqlite(path)).close()
    const file = new DatabaseSync(path)
    file.exec("insert into records_migration values (99, 'petitions', 'x', '2030')")
    file.close()
    const message = await getMessage(openSqlite(path))
    for (const part of ['nieuwere versie', '99 (petitions)', 'Werk Topdorp bij']) expect(message).toContain(part)
  })
  test('that were others than those of this program are refused', async () => {
    await (await openSqlite(path)).close()
    const file = new DatabaseSync(path)
    file.exec("update records_migration set checksum = 'other' where number = 1")
    file.close()
    expect(await getMessage(openSqlite(path))).toContain('Stap 1 van de registratie (signals)')
  })
})

describe('a folder that cannot be written', () => {
  test.skipIf(process.getuid?.() === 0)('says so', async () => {
    chmodSync(folder, 0o500)
    await expect(openSqlite(path)).rejects.toThrow('EACCES')
    chmodSync(folder, 0o700)
  })
})

describe('a server that is not there', () => {
  test('is named without its password', async () => {
    const message = await getMessage(openRecords({ home: folder, database: 'postgres://els:geheim@127.0.0.1:1/topdorp' }))
    expect(message).toContain('postgres://els@127.0.0.1:1/topdorp')
    expect(message).not.toContain('geheim')
  })
})
