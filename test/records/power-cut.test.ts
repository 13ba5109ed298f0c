import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, describe, expect, test } from 'vitest'
import { createRandom } from '#sources/fictional/random.ts'
import { Disk, STRACE_WORDS, readTrace, type DiskStep } from '../support/power-cut.ts'
import { hasStrace, withoutStrace } from '../support/strace.ts'

const projectFolder = join(import.meta.dirname, '../..')
const root = mkdtempSync(join(tmpdir(), 'topdorp-power-cut-'))
afterAll(() => rmSync(root, { recursive: true }))

/** What a server that was sent so many signals wrote to the disk, with its promises between. */
function trace(synchronous: string, signals: number): DiskStep[] {
  const folder = join(root, synchronous, 'records')
  mkdirSync(folder, { recursive: true })
  const prefix = join(root, synchronous, 'trace')
  const child = [process.execPath, join(import.meta.dirname, 'post-signals-child.ts'), folder, synchronous, String(signals)]
  const { status, stderr } = spawnSync('strace', [...STRACE_WORDS, '-o', prefix, ...child], { cwd: projectFolder, encoding: 'utf8' })
  expect([status, stderr]).toEqual([0, ''])
  return readTrace(prefix, folder)
}

interface Damage {
  readonly promised: number
  readonly cuts: number
  /** Promised signals that were not there, over all cuts. */
  readonly lost: number
  /** What the database said of itself, and signals that were there in part. */
  readonly faults: readonly string[]
}

const RUNS = 3

/** Cuts the power right after a promise, now and then, in three ways: nothing came through that was not synced, everything, or any part. */
function cutPower(steps: readonly DiskStep[], every: number): Damage {
  const disk = new Disk()
  const random = createRandom(20261126)
  const promised: string[] = []
  const damage = { cuts: 0, lost: 0, faults: [] as string[] }
  const open = (keeps: () => boolean): void => {
    const image = join(root, 'image')
    rmSync(image, { recursive: true, force: true })
    disk.writeImage(image, keeps)
    damage.cuts += 1
    const { ids, faults } = readImage(image)
    damage.lost += promised.filter((id) => !ids.has(id)).length
    damage.faults.push(...faults)
  }
  for (const step of steps) {
    disk.take(step)
    if (step.kind !== 'promise') continue
    promised.push(step.text.trim())
    if (promised.length % every !== 0) continue
    for (const keeps of [() => false, () => true, () => random.next() < 0.5]) open(keeps)
  }
  expect(damage.cuts).toBe(RUNS * Math.floor(promised.length / every))
  return { ...damage, promised: promised.length }
}

function readImage(image: string): { ids: ReadonlySet<string>; faults: string[] } {
  const file = new DatabaseSync(join(image, 'records.sqlite'))
  try {
    const faults = file.prepare('pragma integrity_check').all().map((row) => String(row['integrity_check'])).filter((line) => line !== 'ok')
    const ids = new Set(file.prepare('select id from signal').all().map(({ id }) => String(id)))
    const halves = file.prepare('select id from signal where id not in (select signal_id from signal_event) or id not in (select signal_id from signal_contact)').all()
    return { ids, faults: [...faults, ...halves.map(({ id }) => `half of ${String(id)}`)] }
  } catch (error) {
    return { ids: new Set(), faults: [(error as Error).message] }
  } finally {
    file.close()
  }
}

describe.skipIf(!hasStrace)(`a power cut${hasStrace ? '' : ` (${withoutStrace})`}`, () => {
  test('loses no signal that was acknowledged, and leaves the records whole', () => {
    const steps = trace('FULL', 120)
    expect(steps.filter(({ kind }) => kind === 'cut' || kind === 'unlink').length, 'the log was moved into the main file while signals came in').toBeGreaterThan(3)
    expect(cutPower(steps, 3)).toEqual({ promised: 120, cuts: 120, lost: 0, faults: [] })
  }, 120_000)
  test.each(['NORMAL', 'OFF'])('would lose some with synchronous = %s, so this test can see it', (mode) => {
    const damage = cutPower(trace(mode, 20), 4)
    expect(damage.lost).toBeGreaterThan(0)
  }, 120_000)
  test('is simulated on all that was written: after the last step the disk holds what the folder holds', () => {
    const folder = join(root, 'FULL', 'records')
    const disk = new Disk()
    for (const step of readTrace(join(root, 'FULL', 'trace'), folder)) disk.take(step)
    const image = join(root, 'end')
    disk.writeImage(image, () => true)
    expect(readdirSync(image)).toEqual(readdirSync(folder))
    expect(readImage(image).ids.size).toBe(120)
  })
})
