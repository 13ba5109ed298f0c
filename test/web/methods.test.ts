import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { en } from '#web/messages/en/index.ts'
import { nl } from '#web/messages/nl/index.ts'

const PROJECT = join(import.meta.dirname, '../..')

describe('what a method page says', () => {
  test.each(Object.entries(nl.methods.pages))('%s has the same parts in both languages, and an exact method that is there', (id, dutch) => {
    const english = en.methods.pages[id as keyof typeof nl.methods.pages]
    expect(english.sections.map(({ text }) => text.length)).toEqual(dutch.sections.map(({ text }) => text.length))
    expect(english.choices.length).toBe(dutch.choices.length)
    expect(english.page[0]).toBe(dutch.page[0])
    expect(existsSync(join(PROJECT, dutch.document))).toBe(true)
  })

  test('the index has a reason for each choice that the written method has', () => {
    const written = readFileSync(join(PROJECT, nl.methods.pages['basis-op-orde'].document), 'utf8')
    const rows = written.split('| choice | reason |')[1]!.split('\n\n')[0]!.split('\n').filter((line) => line.startsWith('| ') && !line.startsWith('|---'))
    expect(nl.methods.pages['basis-op-orde'].choices.length).toBe(rows.length)
  })
})
