import { expect, test } from 'vitest'
import { dataPackageSchema, readDescription, readTitle } from '#domain/data-package.ts'
import { INDICATORS } from '#domain/indicators/index.ts'
import { describeTitle } from '#domain/indicators/table-titles.ts'
import { describePackage } from '#sources/fictional/package.ts'
import { buildNetherlandsPackage } from '#sources/packages/netherlands.ts'

const resource = { path: 'a.csv', reader: 'csv', sources: [], licenses: [] }

test('a package may give its title in both languages', () => {
  const read = dataPackageSchema.parse({ name: 'p', title: 'Krimpgebieden', 'title@en': 'Shrinking regions', description: 'Eén', resources: [{ name: 'a', ...resource }] })
  expect(readTitle(read, 'p')).toEqual({ nl: 'Krimpgebieden', en: 'Shrinking regions' })
  expect(readDescription(read)).toEqual({ nl: 'Eén', en: 'Eén' })
  expect(readTitle({ title: 'Shrinking regions', 'title@nl': 'Krimpgebieden' }, 'p')).toEqual({ nl: 'Krimpgebieden', en: 'Shrinking regions' })
  expect(readTitle({}, 'p')).toEqual({ nl: 'p', en: 'p' })
})

test('a table that indicators come from has its title in both, also where the package has one language', () => {
  const english = { ...resource, name: 'house-prices', table: '83625NED', title: 'Mean sale price' }
  expect(describeTitle(english).nl).toBe('Gemiddelde verkoopprijs van bestaande koopwoningen, per regio')
  expect(describeTitle({ ...english, 'title@nl': 'Verkoopprijs' })).toEqual({ nl: 'Verkoopprijs', en: 'Mean sale price' })
  expect(describeTitle({ ...resource, name: 'hospitals', title: 'Hospitals' })).toEqual({ nl: 'Hospitals', en: 'Hospitals' })
})

test('the built-in package and the fictional province say everything in both languages', () => {
  for (const [name, one] of Object.entries({ netherlands: buildNetherlandsPackage(INDICATORS), fictional: describePackage() })) {
    for (const described of [one, ...one.resources]) {
      const { nl, en } = 'reader' in described ? describeTitle(described) : readTitle(described, described.name)
      expect(nl, `${name}: ${described.name}`).not.toBe(en)
    }
  }
  expect(describePackage().resources.map(describeTitle).every(({ nl, en }) => nl.includes('verzonnen') && en.includes('made up'))).toBe(true)
})
