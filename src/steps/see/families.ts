/** Who lies in whom: the areas one level down, the larger areas around, the villages inside. */
import { AREA_LEVELS } from '#domain/area.ts'
import type { Area, AreaCode, AreaLevel } from '#domain/area.ts'
import type { AreaRef } from '#domain/answers/shared.ts'
import type { Place } from '#domain/place.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { memoize } from '#steps/see/memo.ts'

/** Where one goes from a level when walking down the map; landsdeel and COROP are side roads. */
const LEVEL_BELOW: Readonly<Partial<Record<AreaLevel, AreaLevel>>> = {
  country: 'province',
  landsdeel: 'province',
  province: 'municipality',
  corop: 'municipality',
  municipality: 'district',
  district: 'neighbourhood',
}

export function refer(area: Area): AreaRef {
  return { code: area.code, name: area.name, level: area.level }
}

/** The areas that contain it, from large to small. */
export function listParents(statistics: Statistics, area: Area): Area[] {
  return AREA_LEVELS.flatMap((level) => {
    const code = area.parents[level]
    const parent = code === undefined ? undefined : statistics.findArea(code)
    return parent === undefined ? [] : [parent]
  })
}

/** Whether an area is another one, or lies in it. */
export function isWithin(area: Area, code: AreaCode): boolean {
  return area.code === code || Object.values(area.parents).includes(code)
}

const getChildrenByParent = memoize((statistics: Statistics) => {
  const children = new Map<AreaCode, Area[]>()
  for (const [parentLevel, level] of Object.entries(LEVEL_BELOW) as [AreaLevel, AreaLevel][]) {
    for (const area of statistics.listAreas(level)) push(children, area.parents[parentLevel], area)
  }
  return children
})

/** The areas one level down that exist in that year, by code. */
export function listChildren(statistics: Statistics, code: AreaCode, year: number): readonly Area[] {
  return (getChildrenByParent(statistics).get(code) ?? []).filter((area) => area.years.includes(year))
}

const getVillagesByArea = memoize((statistics: Statistics) => {
  const villages = new Map<AreaCode, Place[]>()
  for (const place of statistics.listPlaces()) {
    const area = statistics.findArea(place.area)
    const around = area === undefined ? [place.municipality] : [area.code, ...Object.values(area.parents)]
    for (const code of around) push(villages, code, place)
  }
  for (const places of villages.values()) places.sort((a, b) => a.name.localeCompare(b.name, 'nl'))
  return villages
})

/** Villages in the area, by name. Country and landsdeel have none: the list would be the whole gazetteer. */
export function listVillages(statistics: Statistics, area: Area): readonly Place[] {
  if (area.level === 'country' || area.level === 'landsdeel') return []
  return getVillagesByArea(statistics).get(area.code) ?? []
}

const getPlacesById = memoize((statistics: Statistics) => new Map(statistics.listPlaces().map((place) => [place.id, place])))

export function findPlace(statistics: Statistics, id: string): Place | undefined {
  return getPlacesById(statistics).get(id)
}

function push<K, V>(map: Map<K, V[]>, key: K | undefined, value: V): void {
  if (key === undefined) return
  const list = map.get(key)
  if (list === undefined) map.set(key, [value])
  else list.push(value)
}
