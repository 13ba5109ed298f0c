/** Shapes by the name of their area, for areas that were given another code since: towns that number their buurten anew, municipalities that merge. */
import { getMunicipalityCode, type AreaCode, type AreaLevel } from '#domain/area.ts'
import { listPredecessors } from '#domain/area-successors.ts'
import { normaliseName, stripDistrictNumber } from '#domain/names.ts'
import { remember } from '#domain/remember.ts'
import { findRepresentativePoint } from '#engines/geometry/centre.ts'
import { containsPoint } from '#engines/geometry/point-in-polygon.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { Geometry } from 'geojson'

type Point = readonly [longitude: number, latitude: number]

const SHAPE_LEVELS = ['neighbourhood', 'district'] as const

export class NamedShapes {
  readonly #statistics: Statistics
  readonly #getIndex: (level: AreaLevel) => ReadonlyMap<string, readonly number[]>
  readonly #getStems: (level: AreaLevel) => ReadonlyMap<string, readonly number[]>
  readonly #getFormer: (municipality: AreaCode) => readonly AreaCode[]

  constructor(statistics: Statistics) {
    this.#statistics = statistics
    this.#getIndex = remember((level: AreaLevel) => indexByName(statistics, level))
    this.#getStems = remember((level: AreaLevel) => indexByStem(statistics, level))
    this.#getFormer = remember((municipality: AreaCode) => {
      // Only municipalities that were there when the shapes were drawn, and went into this one whole.
      const drawnIn = Math.min(...SHAPE_LEVELS.map((level) => statistics.findShapes(level)?.year ?? Infinity))
      return listPredecessors(statistics.boundaryChanges.filter(({ kind, firstYear }) => kind === 'dissolved' && firstYear > drawnIn), municipality)
    })
  }

  /**
   * A point inside the only shape of that name in the municipality and what it was made of. A name of two parts ("A/B") is where its first known part is.
   * Undefined where there is no such shape, or more than one on each level, and where it does not lie in the area that it must lie in.
   */
  findPoint(levels: readonly AreaLevel[], municipality: AreaCode, name: string, within?: Geometry): Point | undefined {
    const parts = [...new Set([name, ...name.split('/')])]
    for (const part of parts) {
      for (const level of levels) {
        const [only, ...others] = this.#getFormer(municipality).flatMap((code) => this.#getIndex(level).get(`${code} ${simplify(part)}`) ?? [])
        const geometry = only === undefined || others.length > 0 ? undefined : this.#statistics.findShapes(level)?.geometries.at(only)
        const point = geometry && findRepresentativePoint(geometry)
        if (point !== undefined && (within === undefined || containsPoint(within, ...point))) return point
      }
    }
    return undefined
  }

  /**
   * A point inside the only shape that has a part ("A/B") like one of these names or a part of it, leaving out points of the compass. Buurten first: they are smaller. Undefined where there is none, or more than one.
   */
  findSimilar(municipality: AreaCode, names: readonly string[]): Point | undefined {
    for (const part of names.flatMap((name) => name.split('/'))) {
      for (const level of SHAPE_LEVELS) {
        const [only, ...others] = this.#getFormer(municipality).flatMap((code) => this.#getStems(level).get(`${code} ${findStem(part)}`) ?? [])
        const geometry = only === undefined || others.length > 0 ? undefined : this.#statistics.findShapes(level)?.geometries.at(only)
        const point = geometry && findRepresentativePoint(geometry)
        if (point !== undefined) return point
      }
    }
    return undefined
  }
}

const indexByStem = (statistics: Statistics, level: AreaLevel): ReadonlyMap<string, readonly number[]> => {
  const shapes = statistics.findShapes(level)
  const keys = shapes?.codes.flatMap((code, at) => [...new Set((shapes.names[at] ?? '').split('/').map(findStem))].map((stem) => [`${getMunicipalityCode(code)} ${stem}`, at] as const)) ?? []
  return new Map([...Map.groupBy(keys, ([key]) => key)].map(([key, found]) => [key, found.map(([, at]) => at)]))
}

function indexByName(statistics: Statistics, level: AreaLevel): ReadonlyMap<string, readonly number[]> {
  const shapes = statistics.findShapes(level)
  if (shapes === undefined) return new Map()
  return Map.groupBy(shapes.codes.keys(), (at) => `${getMunicipalityCode(shapes.codes[at]!)} ${simplify(shapes.names[at] ?? '')}`)
}

const COMPASS = /(?<=\S) (?:noord|oost|zuid|west|midden|centrum|noordoost|noordwest|zuidoost|zuidwest)$/

/** A name without a point of the compass at its end, and without "e.o.": "Holendrecht-West" → "holendrecht". */
const findStem = (name: string): string => simplify(name).replace(/ e o$/, '').replace(COMPASS, '')

const simplify = (name: string): string => normaliseName(stripDistrictNumber(name)).replace(/^wijk /, '')
