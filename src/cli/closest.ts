/** The name somebody probably meant. */

/** The name at the smallest edit distance, undefined where none is near (more than a third of its letters differ). */
export function findClosest(typed: string, names: Iterable<string>): string | undefined {
  let closest: string | undefined
  let smallest = Infinity
  for (const name of names) {
    const distance = countEdits(typed.toLowerCase(), name.toLowerCase())
    if (distance < smallest && distance <= Math.max(1, Math.ceil(Math.max(typed.length, name.length) / 3))) {
      closest = name
      smallest = distance
    }
  }
  return closest
}

/** Letters to add, remove, replace, or swap with their neighbour, to make one text of the other (optimal string alignment). */
function countEdits(a: string, b: string): number {
  let beforePrevious: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let row = 1; row <= a.length; row++) {
    const current = [row]
    for (let column = 1; column <= b.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      const isSwap = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1]
      const swapped = isSwap ? (beforePrevious[column - 2] ?? 0) + 1 : Infinity
      current.push(Math.min(replaced, swapped, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1))
    }
    beforePrevious = previous
    previous = current
  }
  return previous[b.length] ?? 0
}

/** ' Bedoelt u "figures"?' in both languages, or nothing where no name is near. */
export function suggest(typed: string, names: Iterable<string>): { readonly nl: string; readonly en: string } {
  const closest = findClosest(typed, names)
  if (closest === undefined) return { nl: '', en: '' }
  return { nl: ` Bedoelt u "${closest}"?`, en: ` Did you mean "${closest}"?` }
}
