/** Puts the `count` columns with the lowest worth in front, in no order (quickselect). */
export function selectLowest(columns: Int32Array, length: number, count: number, worths: Float64Array): void {
  let low = 0
  let high = length - 1
  while (low < high) {
    const pivot = worths[columns[(low + high) >>> 1]!]!
    let left = low
    let right = high
    while (left <= right) {
      while (worths[columns[left]!]! < pivot) left++
      while (worths[columns[right]!]! > pivot) right--
      if (left > right) break
      const column = columns[left]!
      columns[left++] = columns[right]!
      columns[right--] = column
    }
    if (count <= right + 1 && count - 1 <= right) high = right
    else if (count - 1 >= left) low = left
    else return
  }
}
