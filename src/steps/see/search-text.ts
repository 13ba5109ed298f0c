/** How names are compared: spelled the plain way, whatever the keyboard, the apostrophe or the century. */

/** Everyday names of places whose official name few people type. Keys and values in plain spelling. */
const EVERYDAY_NAMES: Readonly<Record<string, readonly string[]>> = {
  's gravenhage': ['den haag'],
  's hertogenbosch': ['den bosch'],
  's gravenhage gemeente': ['den haag'],
  's hertogenbosch gemeente': ['den bosch'],
  // Official in Frisian; elsewhere in the country the Dutch name is what people type.
  fryslan: ['friesland'],
  'sudwest fryslan': ['zuidwest friesland'],
  'noardeast fryslan': ['noordoost friesland'],
  'de fryske marren': ['de friese meren'],
  tytsjerksteradiel: ['tietjerksteradeel'],
  dantumadiel: ['dantumadeel'],
}

/** Lower case, without diacritics and punctuation, `st` and `sint` alike, single spaces. */
export function toPlain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’‘`´'.]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/(^| )st(?= )/g, '$1sint')
}

/** The plain spellings by which a name is found, the official one first. */
export function listSpellings(name: string): string[] {
  const plain = toPlain(name)
  const bare = plain.replace(/^wijk \d+ /, '')
  const official = bare.replace(/^(gemeente|buurt) /, '')
  return [...new Set([plain, bare, official, ...(Object.hasOwn(EVERYDAY_NAMES, plain) ? EVERYDAY_NAMES[plain]! : [])])]
}

/** Whether two words differ by at most one edit: a letter more, less, other, or two swapped. */
export function isWithinOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let start = 0
  while (start < a.length && start < b.length && a.charCodeAt(start) === b.charCodeAt(start)) start++
  let endA = a.length
  let endB = b.length
  while (endA > start && endB > start && a.charCodeAt(endA - 1) === b.charCodeAt(endB - 1)) {
    endA--
    endB--
  }
  const [restA, restB] = [endA - start, endB - start]
  if (restA <= 1 && restB <= 1) return true
  return restA === 2 && restB === 2 && a[start] === b[start + 1] && a[start + 1] === b[start]
}
