/** One thread beside the one that answers requests, for tiles, files and selections that take longer than others should wait. */
import { Worker } from 'node:worker_threads'
import type { AreaLevel } from '#domain/area.ts'
import { listCriteria, type SelectionDocument } from '#domain/selection-document.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { packTable } from '#steps/background/packed-table.ts'
import { carryOutSelection, orderSelection } from '#steps/background/selection-task.ts'
import { packFigures } from '#steps/background/shared-figures.ts'
import { writeFile, type FileFormat, type Task } from '#steps/background/tasks.ts'
import type { Report } from '#steps/background/thread.ts'
import type { ExportTable, Language } from '#steps/see/export-table.ts'
import { findIndexedShapes } from '#steps/see/extent.ts'
import { checkTile, cutTile, listTilesOf } from '#steps/see/tiles.ts'

const PROGRAM = new URL('./thread.ts', import.meta.url)
/** Without work for so long, the thread ends and gives its memory back. */
const IDLE_MS = 20_000
const HEAP_MEGABYTES = 256
/** Tables with fewer rows are written where one is: sending them would take as long. */
const FEW_ROWS = 500
/** The same of selections with fewer places times criteria: some tens of milliseconds. */
const FEW_CELLS = 5000
/** Tiles up to this zoom, of the whole country, are the slowest and the first that everyone needs; they are kept. */
const KEPT_ZOOM = 6
const WARM_LEVELS: readonly AreaLevel[] = ['municipality', 'province', 'district', 'neighbourhood']

interface Waiting {
  readonly resolve: (bytes: Uint8Array) => void
  readonly reject: (failure: unknown) => void
}

export class Background {
  #worker: Worker | undefined
  #idle: NodeJS.Timeout | undefined
  #lastId = 0
  readonly #waiting = new Map<number, Waiting>()
  /** What the thread has of the shapes: by level, of which statistics. */
  readonly #given = new Map<AreaLevel, Statistics>()
  /** The figures that the thread has. */
  #figuresOf: Statistics | undefined
  readonly #kept = new WeakMap<Statistics, Map<string, Promise<Uint8Array>>>()

  /** As `cutTile`, and with the same SeeErrors. */
  async cutTile(statistics: Statistics, level: AreaLevel, zoom: number, x: number, y: number): Promise<Uint8Array> {
    checkTile(statistics, level, zoom, x, y)
    if (zoom > KEPT_ZOOM) return this.#cut(statistics, level, zoom, x, y)
    const kept = this.#kept.get(statistics) ?? new Map<string, Promise<Uint8Array>>()
    this.#kept.set(statistics, kept)
    const key = `${level}/${zoom}/${x}/${y}`
    const known = kept.get(key)
    if (known !== undefined) return known
    const tile = this.#cut(statistics, level, zoom, x, y)
    kept.set(key, tile)
    tile.catch(() => kept.delete(key))
    return tile
  }

  async writeFile(table: ExportTable, format: FileFormat): Promise<Uint8Array> {
    return table.rows.length < FEW_ROWS ? writeFile(table, format) : this.#run({ kind: 'file', table: packTable(table), format })
  }

  /** Carries out a selection that was checked: its answer as JSON, or as a file. What it needs of a projection must be there. */
  async runSelection(statistics: Statistics, document: SelectionDocument, language: Language, format: 'json' | FileFormat): Promise<Uint8Array> {
    const order = orderSelection(statistics, document, language, format)
    const places = statistics.listPositions(document.level === 'region' ? 'municipality' : document.level, document.year ?? statistics.referenceYear).length
    if (places * listCriteria(document.where).length < FEW_CELLS) return carryOutSelection(statistics, order, writeFile)
    if (this.#worker === undefined || this.#figuresOf !== statistics) {
      const given = this.#run({ kind: 'figures', figures: packFigures(statistics) })
      this.#figuresOf = statistics
      await given
    }
    return this.#run({ kind: 'selection', order })
  }

  /** Cuts the tiles of the whole country that the first reader of the map would otherwise wait for. */
  async warm(statistics: Statistics): Promise<void> {
    for (const level of WARM_LEVELS) {
      for (const [zoom, x, y] of listTilesOf(statistics, level, KEPT_ZOOM)) await this.cutTile(statistics, level, zoom, x, y)
    }
  }

  /** Ends the thread; what it was doing is refused. */
  async close(): Promise<void> {
    clearTimeout(this.#idle)
    const worker = this.#worker
    this.#forget(new Error('the server is closing'))
    await worker?.terminate()
  }

  async #cut(statistics: Statistics, level: AreaLevel, zoom: number, x: number, y: number): Promise<Uint8Array> {
    const shapes = findIndexedShapes(statistics, level)
    const encoded = shapes?.geometries.encoded
    // Shapes that are not stored as bytes cannot be shared.
    if (shapes === undefined || encoded === undefined) return cutTile(statistics, level, zoom, x, y)
    if (this.#worker === undefined || this.#given.get(level) !== statistics) {
      const given = this.#run({ kind: 'shapes', shapes: { level, codes: shapes.codes, names: shapes.names, boxes: shapes.boxes, encoded } })
      this.#given.set(level, statistics)
      await given
    }
    return this.#run({ kind: 'tile', level, zoom, x, y })
  }

  #run(task: Task): Promise<Uint8Array> {
    const worker = (this.#worker ??= this.#start())
    clearTimeout(this.#idle)
    const id = ++this.#lastId
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject })
      worker.postMessage({ id, task })
    })
  }

  #start(): Worker {
    const worker = new Worker(PROGRAM, { resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES } })
    worker.unref()
    worker.on('message', (report: Report) => {
      const waiting = this.#waiting.get(report.id)
      this.#waiting.delete(report.id)
      if ('bytes' in report) waiting?.resolve(report.bytes)
      else waiting?.reject(report.failure)
      if (this.#waiting.size === 0) this.#idle = setTimeout(() => void this.close(), IDLE_MS).unref()
    })
    // The next task starts another thread.
    worker.on('error', (error: Error) => worker === this.#worker && this.#forget(error))
    worker.on('exit', (code) => worker === this.#worker && this.#forget(new Error(`the background thread ended with code ${code}`)))
    return worker
  }

  #forget(reason: Error): void {
    this.#worker = undefined
    this.#given.clear()
    this.#figuresOf = undefined
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(reason)
  }
}
