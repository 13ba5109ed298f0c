/** What the replay server replays: recorded tables on disk, or a small made-up province where those are absent. */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'

/** Each row is the text of one JSON object, as the publisher spells it. */
export interface ReplayTable {
  readonly rows: readonly string[]
  /** Text of the other answers, by the name they have in the service: WijkenEnBuurten, RegioSCodes … */
  readonly entities: ReadonlyMap<string, string>
}

export interface ReplayData {
  readonly v3Tables: readonly string[]
  readonly v4Tables: readonly string[]
  findV3(table: string): Promise<ReplayTable | undefined>
  findV4(table: string): Promise<ReplayTable | undefined>
}

/** The recorded answers in a folder with `cbs/odata-v3/<table>` and `cbs/odata-v4/<table>`; tables are read when asked for. */
export async function createRecordedData(folder: string): Promise<ReplayData> {
  const v3Folder = path.join(folder, 'cbs', 'odata-v3')
  const v4Folder = path.join(folder, 'cbs', 'odata-v4')
  const v3Tables = await readdir(v3Folder)
  const v4Tables = await readdir(v4Folder)
  return {
    v3Tables,
    v4Tables,
    findV3: keepOnce(async (table) => (v3Tables.includes(table) ? readV3Table(path.join(v3Folder, table)) : undefined)),
    findV4: keepOnce(async (table) => (v4Tables.includes(table) ? readV4Table(path.join(v4Folder, table)) : undefined)),
  }
}

function keepOnce<T>(find: (key: string) => Promise<T>): (key: string) => Promise<T> {
  const kept = new Map<string, Promise<T>>()
  return (key) => {
    const found = kept.get(key) ?? find(key)
    kept.set(key, found)
    return found
  }
}

async function readV3Table(folder: string): Promise<ReplayTable> {
  const names = await readdir(folder)
  const rows: string[] = []
  const pages = names.filter((name) => name.startsWith('TypedDataSet-')).toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }))
  for (const page of pages) {
    const lines = (await readFile(path.join(folder, page), 'utf8')).split('\n')
    for (const line of lines) if (line.startsWith('{"ID"')) rows.push(line.endsWith(',') ? line.slice(0, -1) : line)
  }
  const entities = new Map<string, string>()
  for (const name of names.filter((name) => !name.startsWith('TypedDataSet-'))) {
    entities.set(path.basename(name, '.json'), await readFile(path.join(folder, name), 'utf8'))
  }
  return { rows, entities }
}

const V4_ENTITIES: Readonly<Record<string, string>> = {
  'dimensions.json': 'Dimensions',
  'measure-codes.json': 'MeasureCodes',
  'properties.json': 'Properties',
}

async function readV4Table(folder: string): Promise<ReplayTable> {
  const rows: string[] = []
  const entities = new Map<string, string>()
  for (const name of (await readdir(folder)).toSorted()) {
    const text = await readFile(path.join(folder, name), 'utf8')
    const dimension = /^codes-(.+)\.json$/.exec(name)?.[1]
    if (name.startsWith('observations-')) rows.push(...(JSON.parse(text) as { value: unknown[] }).value.map((row) => JSON.stringify(row)))
    else if (dimension !== undefined) entities.set(`${dimension}Codes`, text)
    else if (V4_ENTITIES[name] !== undefined) entities.set(V4_ENTITIES[name], text)
  }
  return { rows, entities }
}
