import { expect, test } from 'vitest'
import { describeLicence } from '#domain/licence.ts'

test('a licence is called by its identifier, and one that nobody verified is not called by a word of a program', () => {
  expect(describeLicence('CC-BY-4.0')).toEqual({ nl: 'CC-BY-4.0', en: 'CC-BY-4.0' })
  expect(describeLicence('unverified').nl).toBe('licentie niet nagegaan')
})
