/** Which facility a scenario means, and where a place of it lies; or why that cannot be told, in words. */
import type { Facility, FacilityType } from '#domain/facility.ts'
import { FACILITY_WORDS } from '#domain/facility.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import type { ClosedFacility, MovedFacility, OpenedFacility } from '#domain/scenario-facilities.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findStart } from '#steps/explore/reach/start-point.ts'
import { getMunicipalityFinder } from '#steps/explore/scenario/point-municipality.ts'
import { SeeError } from '#steps/see/problems.ts'
import { describeWhatBecame } from '#steps/see/what-became.ts'
import { getSubject } from '#steps/see/subject.ts'

type Point = Facility['point']

/** Names listed with a fault. */
const MOST_NAMED = 8
const LONGEST_SHOWN = 60

export const nameType = (type: FacilityType, language: 'nl' | 'en'): string => FACILITY_WORDS[type].name[language].toLocaleLowerCase()

/** `list` is empty where the package has none of the type. */
export function findMeantFacility(statistics: Statistics, list: readonly Facility[], asked: ClosedFacility | MovedFacility, field: string): Facility | Fault {
  const { type, id, name, municipality } = asked
  if (list.length === 0) return makeFault(field, `Het ingelezen pakket heeft geen tabel met ${nameType(type, 'nl')}.`, `The package that was imported has no table of ${nameType(type, 'en')}.`)
  if (id !== undefined) return list.find((one) => one.id === id) ?? makeFault(`${field}.id`, `Er is geen ${nameType(type, 'nl')} met nummer "${id}".`, `There is no ${nameType(type, 'en')} with identifier "${id}".`)
  if (name === undefined || municipality === undefined) {
    return makeFault(field, `Zeg welke ${nameType(type, 'nl')}: geef "id", of "name" en "municipality".`, `Say which ${nameType(type, 'en')}: give "id", or "name" and "municipality".`)
  }
  const area = statistics.findArea(municipality)
  const became = describeWhatBecame(statistics, municipality)
  if (area === undefined || became.nl !== '') return makeFault(`${field}.municipality`, `Er is geen gemeente met code ${municipality}.${became.nl}`, `There is no municipality with code ${municipality}.${became.en}`)
  return findByName(statistics, list, type, name, area, field)
}

function findByName(statistics: Statistics, list: readonly Facility[], type: FacilityType, name: string, area: { code: string; name: string }, field: string): Facility | Fault {
  const findMunicipality = getMunicipalityFinder(statistics)
  const here = list.filter(({ point }) => findMunicipality(point) === area.code)
  const wanted = fold(name)
  const found = here.filter((one) => fold(one.name) === wanted)
  if (found.length === 1) return found[0]!
  const shown = name.slice(0, LONGEST_SHOWN)
  if (found.length === 0) {
    const names = here.map((one) => one.name).sort((a, b) => a.localeCompare(b, 'nl'))
    const listed = names.length === 0 ? { nl: 'Er is er daar geen.', en: 'There is none there.' } : { nl: `Wel: ${limit(names)}.`, en: `There are: ${limit(names)}.` }
    return makeFault(`${field}.name`, `Er is geen ${nameType(type, 'nl')} "${shown}" in ${area.name}. ${listed.nl}`, `There is no ${nameType(type, 'en')} "${shown}" in ${area.name}. ${listed.en}`)
  }
  const ids = limit(found.map(({ id }) => id))
  return makeFault(`${field}.name`, `In ${area.name} heten ${found.length} plekken "${shown}". Kies er een met "id": ${ids}.`, `In ${area.name} ${found.length} places are called "${shown}". Choose one by "id": ${ids}.`)
}

/** Where a facility is to stand. */
export function findMeantPoint(statistics: Statistics, { place, point }: Pick<OpenedFacility, 'place' | 'point'>, name: string, field: string): Point | Fault {
  if ((place === undefined) === (point === undefined)) {
    return makeFault(field, `Zeg waar "${name}" komt: geef "place" of "point", en niet allebei.`, `Say where "${name}" is to be: give "place" or "point", and not both.`)
  }
  if (place !== undefined) return findPlacePoint(statistics, place, field)
  if (point !== undefined && getMunicipalityFinder(statistics)(point) !== undefined) return point
  return makeFault(`${field}.point`, `"${name}" ligt op [${String(point)}]. Dat is in zee of buiten Nederland. Eerst komt de lengtegraad (3 tot 7), dan de breedtegraad (50 tot 54).`, `"${name}" lies at [${String(point)}]. That is at sea or outside the Netherlands. Longitude comes first (3 to 7), then latitude (50 to 54).`)
}

function findPlacePoint(statistics: Statistics, place: string, field: string): Point | Fault {
  const became = describeWhatBecame(statistics, place)
  try {
    const { point } = findStart(statistics, getSubject(statistics, place))
    if (point !== undefined) return point
    return makeFault(`${field}.place`, `We kennen de plek van "${place}" niet. Geef "point".${became.nl}`, `The point of "${place}" is not known. Give "point".${became.en}`)
  } catch (error) {
    if (!(error instanceof SeeError)) throw error
    return makeFault(`${field}.place`, `Er is geen plaats of gebied "${place}".${became.nl}`, `There is no place or area "${place}".${became.en}`)
  }
}

const limit = (names: readonly string[]): string => (names.length <= MOST_NAMED ? names : [...names.slice(0, MOST_NAMED), '…']).join(', ')

/** Names as people compare them: no capitals, accents or double spaces. */
const fold = (name: string): string => name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLocaleLowerCase('nl').replaceAll(/\s+/g, ' ').trim()
