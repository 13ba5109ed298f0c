/** Names and numbers written one way, so that those of different publishers can be compared. */
import { findAreaCode, type AreaCode } from '#domain/area.ts'

/** The code of a municipality from its number as publishers write it: 14, "0014" or "GM0014"; undefined for anything else. */
export function findMunicipalityCode(number: string | number | null | undefined): AreaCode | undefined {
  return findAreaCode(`GM${String(number ?? '').trim().replace(/^GM/, '').padStart(4, '0')}`)
}

/** Lower case without diacritics, punctuation and doubled spaces: "'s-Gravenhage " → "s gravenhage". */
export function normaliseName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/['’`´]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The name of a region without what CBS adds to tell it apart: "Groningen (PV)", "Utrecht (gemeente)". */
export function stripRegionSuffix(title: string): string {
  return title.replace(/\s*\((PV|CR|LD|gemeente)\)\s*$/, '').trim()
}

/** The name of a district without its number: "Wijk 00 Annen" → "Annen". */
export function stripDistrictNumber(name: string): string {
  return name.replace(/^wijk\s+\d+\s+/i, '').trim()
}
