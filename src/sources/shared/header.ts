/** Names of columns, each different. */
import type { Problems } from '#sources/shared/problems.ts'

/** Names without white space around them; an empty name becomes "column 3", a repeated one gets a number. Both are told. */
export function makeNamesUnique(raw: readonly string[], file: string, problems: Problems): string[] {
  const taken = new Set(raw.map((name) => name.trim()))
  const given = new Set<string>()
  return raw.map((cell, index) => {
    const wanted = cell.trim() === '' ? `column ${index + 1}` : cell.trim()
    let name = wanted
    for (let number = 2; given.has(name) || (name !== wanted && taken.has(name)); number++) name = `${wanted} (${number})`
    given.add(name)
    if (name !== cell.trim()) {
      problems.add({
        severity: 'info',
        code: 'column-renamed',
        file,
        field: name,
        message: {
          nl: cell.trim() === '' ? `Kolom ${index + 1} heeft geen naam; hij heet hier "${name}".` : `De naam "${wanted}" komt vaker voor; kolom ${index + 1} heet hier "${name}".`,
          en: cell.trim() === '' ? `Column ${index + 1} has no name; it is called "${name}" here.` : `The name "${wanted}" is there more than once; column ${index + 1} is called "${name}" here.`,
        },
      })
    }
    return name
  })
}
