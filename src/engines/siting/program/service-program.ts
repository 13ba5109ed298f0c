/** Who is served where, as an integer program: a column for every site, one for every place and site within reach, and the rules of the problem. */
import type { Frame } from '#engines/siting/frame.ts'
import { ProgramBuilder } from '#engines/siting/program/integer-program.ts'
import type { SitingServices } from '#engines/siting/siting-problem.ts'

/** What a plan costs: people × price of their minutes, and a price for every open site. */
export interface ServicePrices {
  readonly priceOf: (minutes: number) => number
  readonly sitePrice: number
  /** Longer trips are not permitted. */
  readonly mostMinutes: number
  readonly openCount: number
}

/** Cells of one place, nearest first. */
interface Cell {
  readonly column: number
  readonly minutes: number
  /** Column of the program. */
  readonly service: number
}

export class ServiceProgram {
  readonly program = new ProgramBuilder()
  readonly #frame: Frame
  readonly #cells: Cell[][] = []
  /** For 'nearest': of every place and distance, whether nobody opens within it. */
  readonly #beyond: number[][] = []

  constructor(frame: Frame, prices: ServicePrices) {
    this.#frame = frame
    for (const [column] of frame.sites.entries()) this.program.addColumn(prices.sitePrice, frame.locked[column]!, 1, true)
    for (const place of frame.places) this.#addPlace(place, prices)
    this.#addSiteRules(prices.openCount)
    this.#addSizes()
  }

  #addPlace(place: number, { priceOf, mostMinutes }: ServicePrices): void {
    const { problem, sites } = this.#frame
    const { program } = this
    const minutesOf = (column: number) => problem.minutes[place * problem.siteCount + sites[column]!]!
    const near = Array.from(sites.keys()).filter((column) => minutesOf(column) <= mostMinutes && minutesOf(column) !== Infinity)
    near.sort((one, other) => minutesOf(one) - minutesOf(other) || one - other)
    const cells = near.map((column) => ({ column, minutes: minutesOf(column), service: program.addColumn(problem.weights[place]! * priceOf(minutesOf(column)), 0, 1, false) }))
    this.#cells.push(cells)
    for (const { service } of cells) program.addCell(service, 1)
    program.endRow(1, 1)
    for (const { column, service } of cells) {
      program.addCell(service, 1)
      program.addCell(column, -1)
      program.endRow(-Infinity, 0)
    }
    this.#beyond.push(problem.assignment === 'planned' ? [] : this.#keepToNearest(cells))
  }

  /** Who has an open site nearby goes no further (Wagner & Falkson 1975), with one column a distance. */
  #keepToNearest(cells: readonly Cell[]): number[] {
    const { program } = this
    const beyond: number[] = []
    for (let at = 0; at < cells.length; ) {
      const farther = program.addColumn(0, 0, 1, false)
      const level = cells.filter(({ minutes }) => minutes === cells[at]!.minutes)
      // Served at this distance = beyond the previous one − beyond this one.
      for (const { service } of level) program.addCell(service, 1)
      program.addCell(farther, 1)
      if (beyond.length > 0) program.addCell(beyond.at(-1)!, -1)
      program.endRow(beyond.length > 0 ? 0 : 1, beyond.length > 0 ? 0 : 1)
      for (const { column } of level) {
        program.addCell(farther, 1)
        program.addCell(column, 1)
        program.endRow(-Infinity, 1)
      }
      beyond.push(farther)
      at += level.length
    }
    return beyond
  }

  #addSiteRules(openCount: number): void {
    const { problem, sites } = this.#frame
    const addRow = (valueOf: (site: number) => number, most: number) => {
      for (const [column, site] of sites.entries()) if (valueOf(site) !== 0) this.program.addCell(column, valueOf(site))
      this.program.endRow(-Infinity, most)
    }
    addRow(() => 1, openCount)
    for (const limit of problem.limits ?? []) addRow((site) => limit.amounts[site]!, limit.most)
    const locations = new Set(Array.from(sites, (site) => problem.locations?.[site] ?? -1).filter((location) => location >= 0))
    for (const location of locations) addRow((site) => Number(problem.locations![site] === location), 1)
  }

  #addSizes(): void {
    const { problem, sites, places } = this.#frame
    const services = Array.from(sites, () => [] as { column: number; people: number }[])
    for (const [row, cells] of this.#cells.entries()) for (const { column, service } of cells) services[column]!.push({ column: service, people: problem.weights[places[row]!]! })
    const addRow = (column: number, size: number, lower: number, upper: number) => {
      for (const { column: service, people } of services[column]!) this.program.addCell(service, people)
      this.program.addCell(column, -size)
      this.program.endRow(lower, upper)
    }
    for (const [column, site] of sites.entries()) {
      const most = problem.capacities?.[site] ?? Infinity
      const fewest = problem.minimumSizes?.[site] ?? 0
      if (most !== Infinity) addRow(column, most, -Infinity, 0)
      if (fewest > 0) addRow(column, fewest, 0, Infinity)
    }
  }

  /** The columns of a plan in which everybody goes to the nearest site. */
  encodeNearest(sites: Int32Array): Float64Array {
    const values = new Float64Array(this.program.columnCount)
    const isOpen = new Set(sites)
    for (const [column, site] of this.#frame.sites.entries()) values[column] = Number(isOpen.has(site))
    for (const [row, cells] of this.#cells.entries()) {
      const nearest = cells.find(({ column }) => values[column] === 1)
      if (nearest) values[nearest.service] = 1
      const level = new Set(cells.filter(({ minutes }) => minutes < (nearest?.minutes ?? Infinity)).map(({ minutes }) => minutes)).size
      for (const farther of this.#beyond[row]!.slice(0, level)) values[farther] = 1
    }
    return values
  }

  decode(values: Float64Array): { readonly sites: Int32Array; readonly services: SitingServices } {
    const { sites, places } = this.#frame
    const parts: { place: number; site: number; share: number }[] = []
    for (const [row, cells] of this.#cells.entries()) {
      const used = cells.filter(({ service, column }) => values[service]! > LEAST_SHARE && values[column]! > 0.5)
      const sum = used.reduce((total, { service }) => total + values[service]!, 0)
      for (const { column, service } of used) parts.push({ place: places[row]!, site: sites[column]!, share: values[service]! / sum })
    }
    return {
      sites: sites.filter((_, column) => values[column]! > 0.5),
      services: { places: Int32Array.from(parts, ({ place }) => place), sites: Int32Array.from(parts, ({ site }) => site), shares: Float64Array.from(parts, ({ share }) => share) },
    }
  }
}

/** Smaller parts of a place are crumbs of the solver. */
const LEAST_SHARE = 1e-7
