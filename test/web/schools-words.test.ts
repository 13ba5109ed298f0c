import { describe, expect, it } from 'vitest'
import { en } from '#web/messages/en/index.ts'
import { nl } from '#web/messages/nl/index.ts'

describe('words about schools', () => {
  it('are right for one and for more', () => {
    expect(nl.schools.summary('14', '1', '1', 2035)).toBe('Van 14 scholen heeft er nu 1 te weinig leerlingen. In 2035 is dat er naar verwachting 1.')
    expect(nl.schools.summary('14', '0', '2', 2035)).toBe('Van 14 scholen hebben er nu 0 te weinig leerlingen. In 2035 zijn dat er naar verwachting 2.')
    expect(en.schools.summary('1', '1', '2', 2035)).toBe('Of 1 school, 1 has too few pupils now. In 2035 there are expected to be 2.')
  })
})
