/** The made-up province as a package on disk: the same bytes every time, and nothing that could be taken for real. */
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { dataPackageSchema } from '#domain/data-package.ts'
import { findAreaCode } from '#domain/area.ts'
import { composeFiles, FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { inventMunicipalityNames, inventVillageNames } from '#sources/fictional/names.ts'
import { createRandom } from '#sources/fictional/random.ts'
import { PLACE_FILES } from '#sources/fictional/places.ts'
import { ROAD_FILES } from '#sources/fictional/roads.ts'
import { SCHOOLS_FILE } from '#sources/fictional/schools.ts'
import { sharedData } from '../../support/shared-data.ts'
import { codeOf, files, readCsv, readJson, readKwb, years } from './province-files.ts'

const folder = await mkdtemp(join(tmpdir(), 'topdorp-fictional-'))
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('writing the made-up province', () => {
  it('gives the same bytes for the same seed and another province for another', () => {
    expect(composeFiles(FICTIONAL_SEED)).toEqual(files)
    expect(composeFiles(7).get(PLACE_FILES.woonplaatsen)).not.toBe(files.get(PLACE_FILES.woonplaatsen))
  })

  it('writes a valid package that says it is fictional, with every file it names', async () => {
    const { path, written } = await writeFictionalProvince(folder, { seed: FICTIONAL_SEED })
    expect(written).toBe(true)
    const dataPackage = dataPackageSchema.parse(JSON.parse(await readFile(path, 'utf8')))
    expect(dataPackage.fictional).toBe(true)
    for (const { path: paths, names } of dataPackage.resources) {
      for (const file of [paths, names ?? []].flat()) expect((await stat(join(folder, file))).size, file).toBeGreaterThan(0)
    }
    for (const { licenses, sources } of dataPackage.resources) {
      expect(licenses).toHaveLength(1)
      expect(sources[0]?.title).toBe('Topdorp, verzonnen cijfers')
    }
  })

  it('leaves the same province alone and replaces another or one that was cut short', async () => {
    const path = join(folder, 'datapackage.json')
    expect((await writeFictionalProvince(folder, { seed: FICTIONAL_SEED })).written).toBe(false)
    expect((await writeFictionalProvince(folder, { seed: 8 })).written).toBe(true)
    await writeFile(path, '{"name":')
    expect((await writeFictionalProvince(folder, { seed: FICTIONAL_SEED })).written).toBe(true)
    expect(await readFile(join(folder, PLACE_FILES.geonames), 'utf8')).toBe(files.get(PLACE_FILES.geonames))
  })
})

describe('places, schools and roads', () => {
  const [, ...woonplaatsen] = readCsv(PLACE_FILES.woonplaatsen)
  const geonames = readCsv(PLACE_FILES.geonames, '\t')
  const [, ...postcodes] = readCsv(PLACE_FILES.postcodes)

  it('has 150 villages under different names, in the register, among the GeoNames and with a postcode of their own', () => {
    const names = woonplaatsen.map(([, name]) => name)
    expect(new Set(names).size).toBe(150)
    expect(names).toContain('Krimpsterterp')
    expect(names).toContain('Groeisterwoude')
    expect(geonames.every((columns) => columns.length === 19)).toBe(true)
    expect(geonames.filter((columns) => columns[6] === 'P').map((columns) => columns[1])).toEqual(names)
    expect(new Set(postcodes.map(([pc4]) => pc4)).size).toBe(150)
    const municipalities = new Set(readKwb(2024).ofLevel('GM').map((row) => codeOf(row).slice(2)))
    expect(new Set(woonplaatsen.map((columns) => columns[2]))).toEqual(municipalities)
  })

  it('has a railway station in every town, and stops that trains no longer use', () => {
    const ofKind = (kind: string) => geonames.filter((columns) => columns[7] === kind)
    expect(ofKind('RSTN')).toHaveLength(ofKind('PPLA2').length)
    expect(ofKind('RSTPQ').map((columns) => columns[1]?.startsWith('Halte '))).toEqual([true, true])
    expect(new Set(geonames.map(([id]) => id)).size).toBe(geonames.length)
  })

  it('has primary schools with as many pupils as there are children around', () => {
    const { features: schools } = readJson<{ features: { properties: { type: string; leerlingen: number; vestigingscode: string; plaats: string } }[] }>(SCHOOLS_FILE)
    const features = schools.filter(({ properties }) => properties.type === 'basisschool')
    expect(schools.length - features.length).toBeGreaterThan(3)
    const pupils = features.reduce((sum, { properties }) => sum + properties.leerlingen, 0)
    const children = Number(readKwb(2024).rows[0]?.['k_0Tot15Jaar_8'])
    expect(pupils / children).toBeGreaterThan(0.5)
    expect(pupils / children).toBeLessThan(0.62)
    expect(new Set(features.map(({ properties }) => properties.vestigingscode)).size).toBe(features.length)
    for (const { properties } of features) expect(properties.leerlingen).toBeGreaterThan(20)
  })

  it('has a road network that reaches every village', () => {
    const [, ...nodes] = readCsv(ROAD_FILES.nodes)
    const [, ...edges] = readCsv(ROAD_FILES.edges)
    const next = new Map<string, string[]>()
    for (const [from = '', to = '', km, minutes] of edges) {
      expect(Number(minutes)).toBeCloseTo((60 * Number(km)) / ([100, 70, 45].find((speed) => Math.abs((60 * Number(km)) / speed - Number(minutes)) < 0.01) ?? 1), 1)
      next.set(from, [...(next.get(from) ?? []), to])
      next.set(to, [...(next.get(to) ?? []), from])
    }
    const reached = new Set([nodes[0]?.[0] ?? ''])
    for (const node of reached) for (const other of next.get(node) ?? []) reached.add(other)
    expect(reached.size).toBe(nodes.length)
    expect(new Set(nodes.map((columns) => columns[5])).size - 1).toBe(150)
  })
})

describe('nothing in it can be taken for real', () => {
  it('uses area codes that do not exist: municipalities from 9001, province 90, COROP areas from 91', () => {
    for (const row of years.flatMap((year) => readKwb(year).rows)) {
      expect(findAreaCode(codeOf(row))).toBe(codeOf(row))
      expect(codeOf(row)).toMatch(/^(NL00|(GM|WK|BU)90(0[1-9]|1[0-4])\d*)$/)
    }
  })

  it.skipIf(sharedData === undefined)('has no code, postcode or place name of the real Netherlands', () => {
    const real = (path: string): string => readFileSync(join(sharedData ?? '', path), 'utf8')
    const realPlaces = real('cbs/woonplaats-gemeente-corop.csv').split('\n').map((line) => line.split(','))
    const realNames = new Set(realPlaces.flatMap(([, place = '', , municipality = '']) => [place.toLowerCase(), municipality.toLowerCase()]))
    const realNumbers = new Set(realPlaces.flatMap(([number = '']) => number))
    const realPostcodes = new Set(real('cbs/pc4-place-gemeente-2021.csv').split('\n').map((line) => line.slice(0, 4)))
    const realRegions = JSON.parse(real('cbs/odata-v4/03759ned/codes-RegioS.json')) as { value: { Identifier: string }[] }
    const regions = readJson<{ value: { Identifier: string; Title: string }[] }>('cbs/odata-v4/03759ned/codes-RegioS.json')
    const [, ...woonplaatsen] = readCsv(PLACE_FILES.woonplaatsen)
    const [, ...postcodes] = readCsv(PLACE_FILES.postcodes)
    const names = [...woonplaatsen.map(([, name = '']) => name), ...regions.value.map(({ Title }) => Title)]
    names.push(...inventVillageNames(3000, createRandom(1)), ...inventMunicipalityNames(90, createRandom(1)))
    expect(names.filter((name) => realNames.has(name.toLowerCase()))).toEqual([])
    expect(woonplaatsen.filter(([number = '']) => realNumbers.has(number))).toEqual([])
    expect(postcodes.filter(([pc4 = '']) => realPostcodes.has(pc4))).toEqual([])
    const realCodes = new Set(realRegions.value.map(({ Identifier }) => Identifier))
    expect(regions.value.map(({ Identifier }) => Identifier).filter((code) => code !== 'NL01' && realCodes.has(code))).toEqual([])
  })
})
