/** Of which year facilities are: a list may be older than the figures beside it. */
import { FACILITY_WORDS, type FacilityType } from '#domain/facility.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findFacilitySource } from '#steps/explore/reach/read-facilities.ts'
import { findSourceYear } from '#steps/explore/reach/source-year.ts'

/** Undefined where the package has none, or their source says no year. */
export function findFacilityYear(statistics: Statistics, type: FacilityType): number | undefined {
  const source = findFacilitySource(statistics, type)
  return source && findSourceYear(source)
}

/** A sentence, or none where no year is known. */
export function describeFacilityYears(statistics: Statistics, types: readonly FacilityType[]): Words[] {
  const known = [...new Set(types)].flatMap((type) => {
    const year = findFacilityYear(statistics, type)
    return year === undefined ? [] : [{ name: FACILITY_WORDS[type].name, year }]
  })
  const list = (language: keyof Words) => known.map(({ name, year }) => `${name[language].toLocaleLowerCase(language)} ${year}`).join(', ')
  return known.length === 0 ? [] : [{ nl: `Jaar van de plekken: ${list('nl')}.`, en: `Year of the locations: ${list('en')}.` }]
}
