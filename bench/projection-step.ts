/**
 * Time of a step of the projection, per person group (area, sex, age) and year, beside the same step with objects.
 * Time is that of the processor for this thread, so that other work on the machine counts little. Made-up figures for as many areas as there are buurten; both must give the same people.
 */
import { makeNaiveAreas, stepNaively } from '../test/engines/projection/naive-step.ts'
import { checkInputs } from '#engines/projection/check-inputs.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import type { ProjectionInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import { createFlows } from '#engines/projection/step-flows.ts'
import { StepProjector } from '#engines/projection/step-projector.ts'

const AREAS = Number(process.argv[2] ?? 14_000)
const YEARS = Number(process.argv[3] ?? 5)
const NAIVE_YEARS = 1
const shape = { areaCount: AREAS, ageCount: 101, stepYears: 1, householdKindCount: 0 }
const cells = countCells(shape)

/** The same made-up numbers in every run, in [0, 1): sines, not chance. */
const spread = (at: number) => Math.abs(Math.sin(at * 12.9898) * 43758.5453) % 1

const make = (length: number, figure: (at: number, age: number) => number) => new Float64Array(length).map((_, at) => figure(at, at % shape.ageCount))

function makeInputs(blocks: number): ProjectionInputs {
  return {
    ...createStillInputs(shape),
    survivalRatios: make(blocks * cells, (at, age) => 1 - Math.min(0.4, 0.00005 * Math.exp(age / 11)) * (0.9 + 0.2 * spread(at))),
    fertilityRates: make(blocks * shape.ageCount, (at, age) => (age < 15 || age > 49 ? 0 : 0.12 * Math.exp(-(((age - 31) / 6) ** 2)) * (0.9 + 0.2 * spread(at)))),
    boysPerGirl: Float64Array.of(1.05),
    internalOutRates: make(blocks * cells, (at, age) => 0.02 + 0.12 * Math.exp(-(((age - 24) / 6) ** 2)) * spread(at)),
    arrivalWeights: make(blocks * cells, (at) => 0.5 + spread(at + 7)),
    emigrationRates: make(blocks * cells, (at) => 0.005 * spread(at + 13)),
    immigrationCounts: make(blocks * cells, (at) => 0.02 * spread(at + 29)),
  }
}

function measure(name: string, years: number, run: () => void): void {
  const started = process.threadCpuUsage()
  for (let year = 0; year < years; year++) run()
  const { user, system } = process.threadCpuUsage(started)
  const milliseconds = (user + system) / 1000
  const perCellYear = (milliseconds * 1e6) / (AREAS * cells * years)
  console.log(`${name.padEnd(52)} ${perCellYear.toFixed(1).padStart(7)} ns per cell-year ${(milliseconds / years).toFixed(0).padStart(6)} ms a year`)
}

console.log(`${AREAS} areas × ${cells} cells, ${YEARS} years (objects: ${NAIVE_YEARS}), one thread, Node ${process.version}`)
const population = make(AREAS * cells, (at, age) => (age < 90 ? 10 : 1) * spread(at + 3))
const own = makeInputs(AREAS)
const projector = new StepProjector(shape)
const flows = createFlows(shape)

for (const [name, inputs] of [['figures of its own for every area', own], ['one block of figures for all areas', makeInputs(1)]] as const) {
  let [people, next] = [population.slice(), new Float64Array(population.length)]
  const step = () => {
    projector.project(inputs, people, next, flows)
    ;[people, next] = [next, people]
  }
  step()
  measure(`typed arrays, ${name}`, YEARS, step)
}
measure('the guard at the door, once for all years', 1, () => checkInputs(shape, own, 2024))

const areas = makeNaiveAreas(shape, own, population)
measure('objects, figures of its own for every area', NAIVE_YEARS, () => stepNaively(areas, shape.stepYears))

let [people, next] = [population, new Float64Array(population.length)]
for (let year = 0; year < NAIVE_YEARS; year++) {
  projector.project(own, people, next, flows)
  ;[people, next] = [next, new Float64Array(population.length)]
}
let largest = 0
for (const [area, { people: bySex }] of areas.entries()) {
  for (const [at, other] of [...bySex.women, ...bySex.men].entries()) largest = Math.max(largest, Math.abs(other - people[area * cells + at]!))
}
console.log(`largest difference between the two: ${largest.toExponential(1)} people`)
if (!(largest < 1e-6)) throw new Error('typed arrays and objects do not agree')
