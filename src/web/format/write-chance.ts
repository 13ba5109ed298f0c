/** Never nothing and never certain: a model does not know that. */
export function writeChance(chance: number, write: (value: number, decimals?: number) => string): string {
  const percent = 100 * chance
  if (percent < 1) return '< 1%'
  return percent > 99 ? '> 99%' : `${write(percent)}%`
}
