/** One trajectory, in plain numbers: what the loops in WebAssembly mean. Errors are drawn, figures multiplied, and the projection itself does the rest. */
import { getNormalQuantile } from '#engines/numeric/normal-quantile.ts'
import { fillPhilox } from '#engines/numeric/philox.ts'
import { takeOutGroupQuarters } from '#engines/projection/group-quarters.ts'
import { getNormalOf } from '#engines/projection/outcome-errors.ts'
import type { Outcome } from '#engines/projection/outcomes.ts'
import { measureOutcomes } from '#engines/projection/outcomes.ts'
import { prepareTask } from '#engines/projection/prepare-task.ts'
import { COMPONENTS, countRegions } from '#engines/projection/projection-errors.ts'
import type { Component, ErrorSeries, ProjectionErrors } from '#engines/projection/projection-errors.ts'
import { countFigures, INPUT_RULES } from '#engines/projection/projection-inputs.ts'
import type { InputName, ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import type { ProjectionShape } from '#engines/projection/projection-shape.ts'
import { createFlows } from '#engines/projection/step-flows.ts'
import { StepProjector } from '#engines/projection/step-projector.ts'
import type { TrajectoryTask } from '#engines/projection/trajectory-task.ts'

/** Where in the stream of a draw the numbers of a part begin; as in assembly/draw-errors.ts. */
const STREAM_PARTS = { national: 0, regional: 2, own: 4 } as const

/** Outcomes of trajectory `draw` by step, the base year first; in each a block of outcomes an area. */
export function projectTrajectory(task: TrajectoryTask, draw: number): Float64Array[] {
  const { shape, stepCount, outcomes, errors, seed } = task
  const { population, getInputs } = prepareTask(task)
  const projector = new StepProjector(shape)
  const paths = new ErrorPaths(shape, errors, seed, draw)
  let people = takeOutGroupQuarters(shape, population, getInputs(0).groupQuarters)
  const measured = [paths.multiply(task, 0, measureOutcomes(shape, outcomes, getInputs(0), people))]
  for (let step = 1; step <= stepCount; step++) {
    const end = new Float64Array(people.length)
    projector.project(multiplyInputs(shape, getInputs(step - 1), paths.advance(step)), people, end, createFlows(shape))
    measured.push(paths.multiply(task, step, measureOutcomes(shape, outcomes, getInputs(step), end)))
    people = end
  }
  return measured
}

/** By component: what the figures of every area are multiplied by. */
type Factors = Readonly<Record<Component, Float64Array>>

function multiplyInputs(shape: ProjectionShape, inputs: ProjectionInputs, factors: Factors): ProjectionInputs {
  const most = 2 / shape.stepYears
  const change = (name: InputName, component: Component, apply: (figure: number, factor: number, place: number) => number) => {
    const own = countFigures(shape, INPUT_RULES[name].by)
    const figures = inputs[name]
    return new Float64Array(own * shape.areaCount).map((_, place) => apply(figures[place % figures.length]!, factors[component][Math.floor(place / own)]!, place))
  }
  const multiply = (name: InputName, component: Component) => change(name, component, (figure, factor) => figure * factor)
  const internalOutRates = change('internalOutRates', 'internalDepartures', (rate, factor) => Math.min(most, rate * factor))
  return {
    ...inputs,
    survivalRatios: change('survivalRatios', 'mortality', (ratio, factor) => Math.max(0, 1 - (1 - ratio) * factor)),
    fertilityRates: multiply('fertilityRates', 'fertility'),
    internalOutRates,
    arrivalWeights: multiply('arrivalWeights', 'internalArrivals'),
    emigrationRates: change('emigrationRates', 'emigration', (rate, factor, place) => Math.min(most - internalOutRates[place]!, rate * factor)),
    immigrationCounts: multiply('immigrationCounts', 'immigration'),
  }
}

/** The errors of one draw, year by year. */
class ErrorPaths {
  readonly #shape: ProjectionShape
  readonly #errors: ProjectionErrors
  readonly #seed: number
  readonly #draw: number
  /** By component, then by position. */
  readonly #parts: Record<keyof typeof STREAM_PARTS, Float64Array[]>

  constructor(shape: ProjectionShape, errors: ProjectionErrors, seed: number, draw: number) {
    this.#shape = shape
    this.#errors = errors
    this.#seed = seed
    this.#draw = draw
    const zeros = (count: number) => COMPONENTS.map(() => new Float64Array(count))
    this.#parts = { national: zeros(1), regional: zeros(countRegions(errors)), own: zeros(shape.areaCount) }
    for (const part of ['national', 'regional', 'own'] as const) this.#advancePart(part, 0)
  }

  advance(year: number): Factors {
    for (const part of ['national', 'regional', 'own'] as const) this.#advancePart(part, year)
    const { national, regional, own } = this.#parts
    const factors = COMPONENTS.map((component, at) => [
      component,
      new Float64Array(this.#shape.areaCount).map((_, area) => Math.exp(national[at]![0]! + regional[at]![this.#errors.regions[area]!]! + own[at]![area]!)),
    ] as const)
    return Object.fromEntries(factors) as Record<Component, Float64Array>
  }

  /** Outcomes of a step with their own errors. */
  multiply({ outcomes, outcomeErrors }: TrajectoryTask, step: number, measured: Float64Array): Float64Array {
    if (outcomeErrors === undefined) return measured
    const draw = (position: number, part: number, outcome: Outcome) => this.#drawNormals(0, position, part)[COMPONENTS.length + getNormalOf(outcome)]!
    return measured.map((own, at) => {
      const [area, outcome] = [Math.floor(at / outcomes.length), at % outcomes.length]
      const national = outcomeErrors.national[step * outcomes.length + outcome]! * draw(0, STREAM_PARTS.national, outcomes[outcome]!)
      return own * Math.exp(national + outcomeErrors.own[step * measured.length + at]! * draw(area, STREAM_PARTS.own, outcomes[outcome]!))
    })
  }

  #advancePart(part: keyof typeof STREAM_PARTS, year: number): void {
    const positions = this.#parts[part][0]!.length
    for (let position = 0; position < positions; position++) {
      const shocks = this.#drawNormals(year, position, STREAM_PARTS[part])
      for (const [at, component] of COMPONENTS.entries()) {
        const list = this.#parts[part][at]!
        list[position] = advanceSeries(this.#errors.components[component][part], position, year, list[position]!, shocks[at]!)
      }
    }
  }

  #drawNormals(year: number, position: number, part: number): number[] {
    return [part, part + 1].flatMap((stream) => {
      const words = new Uint32Array(4)
      fillPhilox(words, [year, this.#draw, position, stream], this.#seed >>> 0, Math.floor(this.#seed / 2 ** 32))
      return [...words].map((bits) => getNormalQuantile(((bits | 0) + 2 ** 31 + 0.5) / 2 ** 32))
    })
  }
}

function advanceSeries({ persistence, deviation, startDeviation }: ErrorSeries, position: number, year: number, before: number, shock: number): number {
  const own = (figures: Float64Array) => figures[figures.length === 1 ? 0 : position]!
  return year === 0 ? own(startDeviation) * shock : persistence * before + own(deviation) * shock
}
