import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FICTIONAL_SEED, writeFictionalProvince } from '#sources/fictional/write-fictional-province.ts'
import { createTopdorp, makeFolder, type Run } from './run-topdorp.ts'

const { folder, remove } = makeFolder()
const home = join(folder, 'home')
const topdorp = createTopdorp(home)
let packagePath: string
let imported: Run

beforeAll(async () => {
  packagePath = (await writeFictionalProvince(join(folder, 'province'), { seed: FICTIONAL_SEED })).path
  imported = topdorp(['import', packagePath])
}, 120_000)
afterAll(remove)

/** Inhabitants straight from the file of the publisher, without any code of ours. */
function addUpFile(codePrefix: string): { areas: number; sum: number } {
  const text = readFileSync(join(folder, 'province/cbs/odata-v3/85984NED/TypedDataSet-1.json'), 'utf8')
  const rows = (JSON.parse(text) as { value: Record<string, unknown>[] }).value
  const mine = rows.filter((row) => String(row['WijkenEnBuurten']).trim().startsWith(codePrefix))
  return { areas: mine.length, sum: mine.reduce((sum, row) => sum + Number(row['AantalInwoners_5']), 0) }
}

describe('topdorp import', () => {
  test('shows what came in, whether it adds up and which rows are missing', () => {
    expect(imported).toMatchObject({ code: 0 })
    expect(imported.err).toMatch(/✓ .*Kerncijfers wijken en buurten 2024.*rijen/)
    expect(imported.out).toMatch(/Rijen: [\d.]+ gelezen, 0 geweigerd/)
    expect(imported.out).toMatch(/12 {2}gemeenten +[\d.]+ {2}= land/)
    expect(imported.out).toMatch(/Ontbrekende rijen 2021, tabel 85039NED: 4\. Inwoners daarin: .*buurten/)
    expect(imported.out).toContain('topdorp import --report')
  })

  test('shows the whole report of the present figures, also as JSON', () => {
    const text = topdorp(['import', '--report', '--lang', 'en'])
    expect(text.out).toContain('Missing rows')
    expect(text.out).toMatch(/used +kwb-2024/)
    const report = JSON.parse(topdorp(['import', '--report', '--json']).out) as { resources: unknown[]; fictional: boolean }
    expect(report.resources.length).toBeGreaterThan(10)
    expect(report.fictional).toBe(true)
  })

  test('names file and way out of a package that is not there or is broken, without a stack trace', () => {
    const broken = join(folder, 'broken.json')
    writeFileSync(broken, '{ "name": "x", "resources": [')
    for (const location of [join(folder, 'nowhere.json'), broken]) {
      const run = topdorp(['import', location])
      expect(run.code).toBe(1)
      expect(run.err).toContain(location)
      expect(run.err).not.toMatch(/^\s+at /m)
    }
    const answer = JSON.parse(topdorp(['import', broken, '--json']).out) as { error: { code: string }; findings: unknown[] }
    expect(answer.error.code).toBe('package-unusable')
    expect(answer.findings).toHaveLength(1)
    expect(topdorp(['figures', 'population']).code, 'the former figures are still there').toBe(0)
  })
})

describe('topdorp figures', () => {
  test.each([
    ['municipality', 'GM'],
    ['district', 'WK'],
    ['neighbourhood', 'BU'],
  ])('adds up the inhabitants of every %s of the file', (level, prefix) => {
    const answer = JSON.parse(topdorp(['figures', 'population', '--level', level, '--year', '2024', '--json']).out) as Record<string, unknown>
    const { areas, sum } = addUpFile(prefix)
    expect(areas).toBeGreaterThan(5)
    expect(answer).toMatchObject({ indicator: 'population', level, year: 2024, areas, sum })
    expect(answer['figures']).toHaveLength(areas)
  })

  test('gives the reason of a figure that is not there, and no sum of what does not add up', () => {
    const answer = JSON.parse(topdorp(['figures', 'population', '--level', 'buurt', '--year', '2021', '--json']).out) as { figures: object[] }
    expect(answer.figures.filter((figure) => 'missing' in figure)).toEqual(
      expect.arrayContaining([expect.objectContaining({ missing: 'rowMissing', code: expect.stringMatching(/^BU/) as string })]),
    )
    expect(JSON.parse(topdorp(['figures', 'householdSize', '--json']).out)).not.toHaveProperty('sum')
  })

  test('writes CSV with a header and a row an area', () => {
    const lines = topdorp(['figures', 'population', '--level', 'district', '--csv']).out.trimEnd().split('\r\n')
    expect(lines[0]).toMatch(/^areaCode,areaName,/)
    expect(lines).toHaveLength(addUpFile('WK').areas + 1)
  })

  test.each([
    [['figures', 'populaton'], 2, 'Bedoelt u "population"?'],
    [['figures', 'population', '--levl', 'buurt'], 2, 'Bedoelt u "--level"?'],
    [['figures', 'population', '--level', 'buurtt'], 2, 'Bedoelt u "buurt"?'],
    [['figures', 'population', '--year', 'toen'], 2, 'vier cijfers'],
    [['figures', 'population', '--year'], 2, '--year <year>'],
    [['figures', 'population', 'men'], 2, '"men" is te veel'],
    [['figures', 'population', '--year', '1999'], 1, '2020, 2021, 2022, 2023, 2024'],
    [['fgures'], 2, 'Bedoelt u "figures"?'],
    [['report'], 2, 'topdorp report <area>'],
    [['areas', '--lang', 'de'], 2, 'nl of en'],
  ])('explains %j', (words, code, hint) => {
    const run = topdorp(words)
    expect(run).toMatchObject({ code, out: '' })
    expect(run.err).toContain(hint)
  })
})

describe('topdorp areas and report', () => {
  test('find a village by name and show it beside municipality, province and country', () => {
    expect(topdorp(['areas', 'Krimpsterterp']).out).toMatch(/^(?:GN|WP)\d+ +Krimpsterterp +gemeente /)
    const text = topdorp(['report', 'Krimpsterterp']).out
    expect(text).toMatch(/jaar +Krimpsterterp +Stroomgouw +Terpland +Verzonnen land/)
    expect(text).toContain('verzonnen')
    const place = JSON.parse(topdorp(['report', 'GM9009', '--json', '--year', '2022']).out) as { id: string; year: number }
    expect(place).toMatchObject({ id: 'GM9009', year: 2022 })
  })

  test('name the candidates of a name that many places have', () => {
    const run = topdorp(['report', 'wold'])
    expect(run.code).toBe(1)
    expect(run.err.split('\n').length).toBeGreaterThan(3)
    expect(topdorp(['areas', 'qqqqqq'])).toMatchObject({ code: 1, err: expect.stringContaining('Niets gevonden') as string })
  })

  test('say how to import while there are no figures', () => {
    expect(createTopdorp(join(folder, 'empty'))(['areas'])).toMatchObject({ code: 1, err: expect.stringContaining('topdorp import') as string })
  })
})

describe('topdorp regions', () => {
  test('gives every buurt one region, in as many regions as asked, and refuses other numbers', () => {
    const { regions, regionOfNeighbourhood } = JSON.parse(topdorp(['regions', '--count', '30', '--json']).out) as { regions: { id: string; people: number; isIsland: boolean }[]; regionOfNeighbourhood: number[] }
    expect(regions.filter(({ isIsland }) => !isIsland).length).toBeLessThanOrEqual(30)
    expect(regionOfNeighbourhood.every((at) => regions[at] !== undefined)).toBe(true)
    const buurten = topdorp(['regions', '--count', '30', '--buurten']).out.trim().split('\r\n')
    expect(buurten).toHaveLength(regionOfNeighbourhood.length + 1)
    const refused = topdorp(['regions', '--count', '7'])
    expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('30')])
  })
})

describe('topdorp select', () => {
  test('lists the selections, runs one, and adds up what it gives', () => {
    expect(topdorp(['select']).out).toMatch(/^krimpregio .*Daarom hier per gemeente\.$/m)
    const shrinking = JSON.parse(topdorp(['select', 'krimpregio', '--json']).out) as { result: { counts: Record<string, number> } }
    expect(shrinking.result.counts['yes'], 'the made-up province has a shrinking region').toBe(1)
    const answer = JSON.parse(topdorp(['select', 'minder-inwoners', '--json']).out) as { result: { counts: Record<string, number>; places: { codes: string[] } } }
    const { yes, no, unknown } = answer.result.counts
    expect(yes! + no! + unknown!).toBe(answer.result.places.codes.length)
    const csv = topdorp(['select', 'minder-inwoners', '--csv']).out.trim().split('\r\n')
    expect(csv.filter((line) => line.includes(',wel,'))).toHaveLength(yes!)
  })

  test('runs a document that it gave, with the same outcome', () => {
    const first = topdorp(['select', 'minder-inwoners', '--json']).out
    const file = join(folder, 'selectie.json')
    writeFileSync(file, JSON.stringify((JSON.parse(first) as { document: unknown }).document))
    expect(JSON.parse(topdorp(['select', file, '--json']).out)).toEqual(JSON.parse(first))
  })

  test('tells what came closest where nothing meets the criteria', () => {
    const file = join(folder, 'niemand.json')
    writeFileSync(file, JSON.stringify({ format: 'topdorp-selection/1', name: 'x', level: 'municipality', where: { kind: 'group', meet: 'all', of: [{ kind: 'figure', indicator: 'population', compare: 'above', threshold: 1e9 }] } }))
    const { result } = JSON.parse(topdorp(['select', file, '--json']).out) as { result: { places: { names: string[] }; criteria: { values: number[] }[] } }
    const largest = result.places.names[result.criteria[0]!.values.indexOf(Math.max(...result.criteria[0]!.values))]!
    const lines = topdorp(['select', file]).out.split('\n')
    const [heading, columns, first, ...others] = lines.slice(lines.findIndex((line) => line.startsWith('Geen')))
    expect(heading).toBe('Geen enkele plaats voldoet. Het dichtst bij de grens:')
    expect(columns!.trim().split(/\s{2,}/)).toEqual(['voorwaarde 1', 'hoe dicht bij omslaan'])
    expect(first).toContain(largest)
    expect(first).toMatch(/(op het randje|dichtbij|ver weg)$/)
    expect(others.join()).not.toContain('gekozen')
  })

  test('refuses what it cannot read with a reason', () => {
    const file = join(folder, 'slecht.json')
    writeFileSync(file, JSON.stringify({ format: 'topdorp-selection/1', name: 'x', level: 'municipality', where: { kind: 'group', meet: 'all', of: [{ kind: 'figure', indicator: 'geluk', compare: 'above', threshold: 1 }] } }))
    expect(topdorp(['select', file]).err).toMatch(/: deze selectie kan hier niet\.\n.*Er is geen cijfer met de naam "geluk"/)
    writeFileSync(file, JSON.stringify({ format: 'topdorp-selection/1', name: 'x', level: 'municipality' }))
    expect(topdorp(['select', file]).err).toMatch(/: dit is geen goede selectie\.\n {2}"where" ontbreekt\.$/m)
    writeFileSync(file, '{')
    expect(topdorp(['select', file]).err).toContain('is geen JSON')
    expect(topdorp(['select', join(folder, 'weg.json')]).err).toContain('is er niet')
    expect(topdorp(['select', 'geluk'])).toMatchObject({ code: 2 })
  })
})

describe('topdorp doctor', () => {
  const diagnose = (environment: Record<string, string> = {}, where = home) => {
    const run = createTopdorp(where)(['doctor', '--json'], { TOPDORP_DATAPACKAGE: packagePath, PORT: '0', ...environment })
    const { checks } = JSON.parse(run.out) as { checks: { id: string; outcome: string; wayOut?: string }[] }
    return { code: run.code, find: (id: string) => checks.find((check) => check.id === id) }
  }

  test('finds everything in order after an import', () => {
    const { code, find } = diagnose()
    expect(code).toBe(0)
    for (const id of ['node', 'home', 'statistics', 'package', 'port']) expect(find(id)).toMatchObject({ id, outcome: 'ok' })
  })

  test('finds a taken port, a package that is not there, and figures that are not there', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' && address !== null ? address.port : 0
    const { code, find } = diagnose({ PORT: String(port), TOPDORP_DATAPACKAGE: join(folder, 'nowhere.json') }, join(folder, 'other'))
    await new Promise((resolve) => server.close(resolve))
    expect(code).toBe(1)
    expect(find('port')).toMatchObject({ outcome: 'failed', wayOut: expect.stringContaining('PORT=') as string })
    expect(find('package')).toMatchObject({ outcome: 'failed' })
    expect(find('statistics')).toMatchObject({ outcome: 'warning', wayOut: expect.stringContaining('topdorp import') as string })
  })

  test('finds a file of the figures that was changed', () => {
    const versions = join(home, 'statistics/versions')
    const [version = ''] = readdirSync(versions)
    appendFileSync(join(versions, version, 'areas.parquet'), 'x')
    expect(diagnose().find('statistics')).toMatchObject({ outcome: 'failed', message: expect.stringContaining('areas.parquet') as string })
  })
})
