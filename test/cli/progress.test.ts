/** What a user of the terminal sees of long work. */
import { describe, expect, it } from 'vitest'
import { createTerminalProgress } from '#cli/progress.ts'

function createScreen(isTTY: boolean, language: 'nl' | 'en' = 'nl'): { progress: ReturnType<typeof createTerminalProgress>; written: string[]; wait(ms: number): void } {
  const written: string[] = []
  let now = 0
  const stream = { isTTY, columns: 100, write: (text: string) => written.push(text) }
  return { progress: createTerminalProgress({ stream, language, now: () => now }), written, wait: (ms) => void (now += ms) }
}

describe('progress written to a file', () => {
  it('is one line a step, with how much and how long', () => {
    const { progress, written, wait } = createScreen(false)
    const step = progress.step('85984NED/TypedDataSet')
    for (let i = 1; i <= 50; i++) step.update(i * 54_000, 2_700_000, 'bytes')
    wait(3200)
    step.done()
    expect(written).toEqual(['✓ 85984NED/TypedDataSet (2,7 MB, 3,2 s)\n'])
  })

  it('says when a service is tried again, and why a step failed, once', () => {
    const { progress, written } = createScreen(false, 'en')
    const step = progress.step({ nl: 'Schrijven', en: 'Writing' })
    step.note({ nl: 'gaf antwoord 503', en: 'answered 503' })
    step.fail({ nl: 'schijf vol', en: 'disk full' })
    step.done()
    expect(written).toEqual(['  Writing: answered 503\n', '✗ Writing (0.0 s): disk full\n'])
  })
})

describe('progress on a terminal', () => {
  it('is a bar on one line that is redrawn at most ten times a second', () => {
    const { progress, written, wait } = createScreen(true)
    const step = progress.step('bestand')
    wait(100)
    step.update(500, 1000, 'rows')
    step.update(600, 1000, 'rows')
    expect(written).toHaveLength(2)
    expect(written[1]).toBe('\r\u001B[2K████████████░░░░░░░░░░░░ 50 procent bestand, 500 rijen van 1.000 rijen')
  })

  it('never wraps on a narrow terminal and counts the other steps', () => {
    const { progress, written, wait } = createScreen(true)
    progress.step('ander')
    const step = progress.step('x'.repeat(200))
    wait(100)
    step.update(1, 4, 'files')
    expect(written.at(-1)?.replace('\r\u001B[2K', '')).toHaveLength(99)
    progress.step('kort').done()
    expect(written.some((text) => text.includes('✓ kort'))).toBe(true)
  })
})
