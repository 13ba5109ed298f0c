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
          nl: `Kolom ${index + 1} heeft ${cell.trim() === '' ? 'geen naam' : 'dezelfde naam als een andere'}; hij heet hier "${name}".`,
          en: `Column ${index + 1} has ${cell.trim() === '' ? 'no name' : 'the same name as another one'}; it is called "${name}" here.`,
        },
      })
    }
    return name
  })
}
