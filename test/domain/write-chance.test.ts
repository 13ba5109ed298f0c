import { expect, test } from 'vitest'
import { judgeChance, writeChance } from '#domain/write-chance.ts'

test('no chance is written as nothing or as certain', () => {
  const chances = [0, 0.004, 0.01, 0.5, 0.99, 0.996, 1]
  expect(chances.map((chance) => writeChance(chance, (value) => String(Math.round(value))))).toEqual(['< 1%', '< 1%', '1%', '50%', '99%', '> 99%', '> 99%'])
  expect(chances.map(judgeChance)).toEqual(['tiny', 'tiny', 'between', 'between', 'between', 'huge', 'huge'])
})
