/** Everything that can be looked up by name: villages, postcodes and areas of every level. */
import { nameArea } from '#domain/area-names.ts'
import { AREA_LEVELS } from '#domain/area.ts'
import type { Area, AreaLevel } from '#domain/area.ts'
import type { SearchResult } from '#domain/answers/answers.ts'
import type { Place, Postcode } from '#domain/place.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { memoize } from '#steps/see/memo.ts'
import { listSpellings, toPlain } from '#steps/see/search-text.ts'

export interface SearchEntry {
  readonly result: SearchResult
  /** Plain spellings of the name. */
  readonly spellings: readonly string[]
  /** The same in one string, a bar before and after each, so that a bar or space marks the beginning of a word. */
  readonly name: string
  /** Plain spelling of the context, a space before it. */
  readonly context: string
  /** Higher comes first among equally good matches. */
  readonly weight: number
}

/** Added to the base-10 logarithm of the inhabitants: people mostly look for villages and municipalities. */
const KIND_WEIGHT: Readonly<Record<SearchResult['kind'], number>> = {
  village: 2,
  municipality: 1.5,
  province: 1,
  country: 1,
  postcode: 1,
  district: 0,
  landsdeel: -0.5,
  corop: -0.5,
  neighbourhood: -0.5,
}

/** The index, built once for each version of the statistics. */
export const getSearchIndex = memoize((statistics: Statistics): readonly SearchEntry[] => {
  const entries = [
    ...statistics.listPlaces().map((place) => describePlace(statistics, place)),
    ...describePostcodes(statistics),
    ...AREA_LEVELS.flatMap((level) => describeAreas(statistics, level)),
  ]
  return entries.sort((a, b) => b.weight - a.weight)
})

const nameInBoth = ({ code, name }: Pick<Area, 'code' | 'name'>): Words => ({ nl: name, en: nameArea(code, name, 'en') })

function makeEntry(result: SearchResult, inhabitants = result.population ?? 0): SearchEntry {
  const weight = Math.log10(inhabitants + 10) + KIND_WEIGHT[result.kind]
  const spellings = [...new Set([result.name, nameArea(result.id, result.name, 'en')].flatMap(listSpellings))]
  return { result, spellings, name: `|${spellings.join('|')}|`, context: ` ${toPlain(result.context.nl)}`, weight }
}

function describePlace(statistics: Statistics, place: Place): SearchEntry {
  const { id, name, population } = place
  const context = describeMunicipality(statistics, place.municipality)
  // Not shown: the page of the village has the official figures, which are of another day and area.
  return makeEntry({ kind: 'village', id, name, context }, population)
}

function describePostcodes(statistics: Statistics): SearchEntry[] {
  const places = new Map(statistics.listPlaces().map((place) => [`${place.municipality}/${toPlain(place.name)}`, place]))
  return statistics.listPostcodes().map(({ pc4, placeName, municipality }: Postcode) => {
    const place = places.get(`${municipality}/${toPlain(placeName)}`)
    const context = describeMunicipality(statistics, municipality)
    return makeEntry({ kind: 'postcode', id: place?.id ?? municipality, name: `${pc4} ${placeName}`, context })
  })
}

function describeAreas(statistics: Statistics, level: AreaLevel): SearchEntry[] {
  const { referenceYear } = statistics
  const population = statistics.findColumn('population', level, referenceYear)
  return statistics.listAreas(level).flatMap((area, position) => {
    const exists = area.years.includes(referenceYear)
    // Municipalities that are no more are still looked for; old districts and buurten only repeat the new ones.
    if (!exists && level !== 'municipality') return []
    const inhabitants = population?.values[position]
    const known = inhabitants !== undefined && !Number.isNaN(inhabitants)
    const last = area.years.at(-1)
    const ended = exists ? [] : [{ nl: `bestond tot en met ${last}`, en: `existed up to ${last}` }]
    const context = joinWords([...describeContext(statistics, area), ...ended])
    return [makeEntry({ kind: level, id: area.code, name: area.name, context, ...(known && { population: inhabitants }) })]
  })
}

/** What tells an area apart from its namesakes, from near to far. */
function describeContext(statistics: Statistics, area: Area): Words[] {
  const name = (level: AreaLevel): Words[] => {
    const code = area.parents[level]
    const parent = code === undefined ? undefined : statistics.findArea(code)
    if (parent === undefined) return []
    return [level === 'municipality' ? nameMunicipality(parent.name) : nameInBoth(parent)]
  }
  switch (area.level) {
    case 'neighbourhood':
      return [...name('district'), ...name('municipality')]
    case 'district':
      return [...name('municipality'), ...name('province')]
    case 'municipality':
      return name('province')
    default:
      return name('country')
  }
}

function describeMunicipality(statistics: Statistics, code: string): Words {
  const municipality = statistics.findArea(code)
  return joinWords(municipality === undefined ? [] : [nameMunicipality(municipality.name), ...describeContext(statistics, municipality)])
}

function nameMunicipality(name: string): Words {
  return { nl: `gemeente ${name}`, en: `municipality of ${name}` }
}

function joinWords(parts: readonly Words[]): Words {
  return { nl: parts.map(({ nl }) => nl).join(', '), en: parts.map(({ en }) => en).join(', ') }
}
