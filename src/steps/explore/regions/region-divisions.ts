/** The official divisions that regions are held beside: which part every wijk lies in. */
import type { DivisionId } from '#domain/answers/region-answers.ts'
import type { Area } from '#domain/area.ts'
import { findColumn, findTexts } from '#domain/table.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'

export interface Division {
  readonly id: DivisionId
  readonly name: Words
  /** Code and name of the part that each wijk lies in; the code is empty where it is not known. */
  readonly partOfDistrict: readonly { readonly code: string; readonly name: string }[]
}

const NAMES: Readonly<Record<DivisionId, Words>> = {
  landsdeel: { nl: 'Landsdelen', en: 'Parts of the country (NUTS 1)' },
  province: { nl: 'Provincies', en: 'Provinces' },
  corop: { nl: 'COROP-gebieden', en: 'COROP areas (NUTS 3)' },
  ggd: { nl: 'GGD-regio’s', en: 'Regions of public health services' },
  municipality: { nl: 'Gemeenten', en: 'Municipalities' },
}
/** The table of postcodes says in which region of public health services each of them lies. */
export const POSTCODE_TABLE = 'pc4-gemeente'
const [POSTCODE, HEALTH_REGION] = ['postcode', 'ggdregio']

export async function listDivisions(statistics: Statistics, districts: readonly Area[]): Promise<Division[]> {
  const levels = (['landsdeel', 'province', 'corop', 'municipality'] as const).map((level): Division => ({
    id: level,
    name: NAMES[level],
    partOfDistrict: districts.map(({ parents }) => ({ code: parents[level] ?? '', name: statistics.findArea(parents[level] ?? '')?.name ?? '' })),
  }))
  const health = await findHealthRegions(statistics)
  const ggd: Division[] = health.size === 0 ? [] : [{ id: 'ggd', name: NAMES.ggd, partOfDistrict: districts.map(({ parents }) => ({ code: health.get(parents.municipality ?? '') ?? '', name: health.get(parents.municipality ?? '') ?? '' })) }]
  return [...levels.slice(0, -1), ...ggd, levels.at(-1)!].filter(({ partOfDistrict }) => partOfDistrict.some(({ code }) => code !== ''))
}

/** By municipality of today: the region with most of its postcodes. */
async function findHealthRegions(statistics: Statistics): Promise<Map<string, string>> {
  const table = await statistics.readTable(POSTCODE_TABLE)
  const [codes, regions] = [table && findColumn(table, POSTCODE), table && findTexts(table, HEALTH_REGION)]
  if (codes === undefined || regions === undefined) return new Map()
  const municipalities = new Map(statistics.listPostcodes().map(({ pc4, municipality }) => [pc4, municipality]))
  const counts = new Map<string, Map<string, number>>()
  regions.forEach((region, row) => {
    const municipality = municipalities.get(String(codes.values[row] ?? ''))
    if (municipality === undefined || region === null || region === '') return
    const own = counts.get(municipality) ?? new Map<string, number>()
    counts.set(municipality, own.set(region, (own.get(region) ?? 0) + 1))
  })
  return new Map([...counts].map(([municipality, own]) => [municipality, [...own].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]![0]]))
}
