/** Chances as people read them: never nothing and never certain, as a model does not know that. */

const [LEAST, MOST] = [0.01, 0.99]

/** Too near to nothing or to certain to say how near. */
export function judgeChance(chance: number): 'tiny' | 'huge' | 'between' {
  if (chance < LEAST) return 'tiny'
  return chance > MOST ? 'huge' : 'between'
}

/** For a table: < 1%, 40%, > 99%. */
export function writeChance(chance: number, write: (value: number, decimals?: number) => string): string {
  const judged = judgeChance(chance)
  if (judged === 'tiny') return '< 1%'
  return judged === 'huge' ? '> 99%' : `${write(100 * chance)}%`
}
