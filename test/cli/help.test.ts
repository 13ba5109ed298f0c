import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findClosest } from '#cli/closest.ts'
import { COMMANDS } from '#cli/commands/index.ts'
import { describeCommand } from '#cli/help.ts'
import { createTopdorp } from './run-topdorp.ts'

const topdorp = createTopdorp('/nonexistent-home-of-a-test')
const program = join(import.meta.dirname, '../../bin/topdorp.js')

describe('the help', () => {
  test('names every command, and every command its options and examples, in both languages', () => {
    const overview = topdorp(['--help'])
    expect(overview.code).toBe(0)
    expect(Math.max(...overview.out.split('\n').map((line) => line.length)), 'fits a terminal').toBeLessThanOrEqual(120)
    for (const command of COMMANDS) {
      expect(overview.out).toContain(`  ${command.name} `)
      expect(command.examples.length).toBeGreaterThan(0)
      for (const language of ['nl', 'en'] as const) {
        const help = describeCommand(command, language).join('\n')
        for (const text of [command.summary[language], ...command.examples]) expect(help).toContain(text)
        for (const [name, option] of Object.entries(command.options)) expect(help).toMatch(new RegExp(`--${name}.*${escape(option.help[language])}`))
      }
    }
    expect(topdorp(['figures', '--help', '--lang', 'en'])).toMatchObject({ code: 0, out: expect.stringContaining('Examples:') as string })
  })

  test.each(COMMANDS.map((command) => [command.name, command] as const))('of %s tells what must be filled in from what may be left out', (_, command) => {
    for (const word of command.positionals) expect(word).toMatch(/^(<[^<>]+>|\[[^[\]]+\])$/)
    expect(describeCommand(command, 'en').join('\n')).toContain(['topdorp', command.name, ...command.positionals].join(' '))
  })

  test('comes through the installed program, and so does the exit code', () => {
    const run = (words: readonly string[]) => spawnSync(process.execPath, [program, ...words], { encoding: 'utf8' })
    expect(run(['--help'])).toMatchObject({ status: 0, stdout: expect.stringContaining('topdorp <opdracht>') as string })
    expect(run(['nonsense'])).toMatchObject({ status: 2, stdout: '' })
  })
})

describe('the closest name', () => {
  test.each([
    ['populaton', 'population'],
    ['Population', 'population'],
    ['mne', 'men'],
    ['zzzzzz', undefined],
  ])('to %s is %s', (typed, expected) => {
    expect(findClosest(typed, ['population', 'men', 'households'])).toBe(expected)
  })
})

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
