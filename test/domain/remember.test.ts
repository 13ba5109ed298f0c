import { expect, it } from 'vitest'
import { remember } from '#domain/remember.ts'

it('computes an answer once, also when that answer is undefined, and another one for other arguments', () => {
  const asked: string[] = []
  const find = remember((level: string, year: number) => {
    asked.push(`${level} ${year}`)
    return year === 2024 ? level : undefined
  })
  expect([find('district', 2024), find('district', 2024), find('country', 2024), find('district', 2020), find('district', 2020)]).toEqual(['district', 'district', 'country', undefined, undefined])
  expect(asked).toEqual(['district 2024', 'country 2024', 'district 2020'])
})
