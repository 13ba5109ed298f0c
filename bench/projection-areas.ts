/**
 * Nanoseconds per person group (area, sex, age) and year: the WebAssembly loops beside the plain twin, and beside the same step in C (gcc -O3 -march=native)
 * and numpy where these are on the machine. Processor time of one thread, the middle of several runs. All must give the same people.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildKernelsWhenStale } from '../scripts/build-kernels.mjs'
import { compileKernel } from '#engines/numeric/kernel.ts'
import type { ProjectionTask } from '#engines/projection/prepare-task.ts'
import { AreaProjector } from '#engines/projection/project-areas.ts'
import { createStillInputs } from '#engines/projection/projection-inputs.ts'
import { countCells } from '#engines/projection/projection-shape.ts'
import { createFlows } from '#engines/projection/step-flows.ts'
import { StepProjector } from '#engines/projection/step-projector.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'

const AREAS = Number(process.argv[2] ?? 14_000)
const YEARS = Number(process.argv[3] ?? 30)
const TWIN_YEARS = 2
const shape = { areaCount: AREAS, ageCount: 101, stepYears: 1, householdKindCount: 0 }
const cells = countCells(shape)

/** The same made-up numbers in every run, in [0, 1): sines, not chance. */
const spread = (at: number) => Math.abs(Math.sin(at * 12.9898) * 43758.5453) % 1
const make = (length: number, figure: (at: number, age: number) => number) => new Float64Array(length).map((_, at) => Math.fround(figure(at, at % shape.ageCount)))

const population = make(AREAS * cells, (at, age) => (age < 90 ? 10 : 1) * spread(at + 3))
const inputs = {
  ...createStillInputs(shape),
  survivalRatios: make(AREAS * cells, (at, age) => 1 - Math.min(0.4, 0.00005 * Math.exp(age / 11)) * (0.9 + 0.2 * spread(at))),
  fertilityRates: make(AREAS * shape.ageCount, (at, age) => (age < 15 || age > 49 ? 0 : 0.12 * Math.exp(-(((age - 31) / 6) ** 2)) * (0.9 + 0.2 * spread(at)))),
  boysPerGirl: Float64Array.of(1.05),
  emigrationRates: make(AREAS * cells, (at, age) => 0.02 + 0.12 * Math.exp(-(((age - 24) / 6) ** 2)) * spread(at + 13)),
  immigrationCounts: make(AREAS * cells, (at, age) => (0.2 + 1.2 * Math.exp(-(((age - 24) / 6) ** 2))) * spread(at + 29)),
}
const task: ProjectionTask = { shape, baseYear: 2024, population, stepCount: YEARS, getInputs: () => inputs }

interface Measured {
  readonly name: string
  readonly nanoseconds: number
  /** At the end of all years. */
  readonly people?: number
}

const sum = (people: Float32Array | Float64Array) => {
  let all = 0
  for (let at = 0; at < people.length; at++) all += people[at]!
  return all
}

function measure(name: string, runs: number, years: number, run: () => Float32Array | Float64Array): Measured {
  const times: number[] = []
  let people = 0
  for (let at = 0; at < runs; at++) {
    const started = process.threadCpuUsage()
    const end = run()
    const { user, system } = process.threadCpuUsage(started)
    people = sum(end)
    times.push(((user + system) * 1000) / (AREAS * cells * years))
  }
  const nanoseconds = times.toSorted((a, b) => a - b)[Math.floor(runs / 2)]!
  return years === YEARS ? { name, nanoseconds, people } : { name, nanoseconds }
}

function runTwin(years: number): Float64Array {
  const projector = new StepProjector(shape)
  const flows = createFlows(shape)
  let [people, next] = [population.slice(), new Float64Array(population.length)]
  for (let year = 0; year < years; year++) {
    projector.project(inputs, people, next, flows)
    ;[people, next] = [next, people]
  }
  return people
}

/** The same step by another program of this folder; one line and nothing where the machine has no such thing. */
function measureOther(name: string, command: string, words: readonly string[]): Measured[] {
  const { status, stdout, stderr, error } = spawnSync(command, words, { encoding: 'utf8' })
  if (error !== undefined || status !== 0) {
    console.log(`left out: ${name} (${command}: ${error?.message ?? stderr.trim().split('\n').at(-1)})`)
    return []
  }
  return stdout.trim().split('\n').map((line) => {
    const [kept, nanoseconds, people] = line.split(' ')
    return { name: `${name}, ${kept === 'all' ? 'all years kept' : 'last year kept'}`, nanoseconds: Number(nanoseconds), people: Number(people) }
  })
}

function measureOthers(): Measured[] {
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-bench-'))
  const [figures, program, sources] = [join(folder, 'figures.bin'), join(folder, 'areas'), join(import.meta.dirname, 'projection-areas')]
  const all = [population, inputs.survivalRatios, inputs.emigrationRates, inputs.immigrationCounts, inputs.fertilityRates]
  writeFileSync(figures, Buffer.concat(all.map((array) => Buffer.from(Float32Array.from(array).buffer))))
  try {
    execFileSync('gcc', ['-O3', '-march=native', '-ffast-math', '-o', program, join(sources, 'areas.c')], { stdio: 'pipe' })
  } catch {
    console.log('left out: C (no gcc)')
  }
  const measured = [
    ...measureOther('C, gcc -O3 -march=native -ffast-math, tiled', program, [figures, String(AREAS), String(YEARS)]),
    ...measureOther('numpy, 32 bits', 'python3', [join(sources, 'areas.py'), figures, String(AREAS), String(YEARS)]),
  ]
  rmSync(folder, { recursive: true })
  return measured
}

const finish = (projector: AreaProjector) => () => projector.project(task).years.at(-1)!.people

/** What a further year costs: guard, figures and memory are behind us by then. */
function measureFurtherYear(name: string, projector: AreaProjector): Measured {
  const half = Math.floor(YEARS / 2)
  const part = measure(name, 7, half, () => projector.project({ ...task, stepCount: half }).years[0]!.people)
  const whole = measure(name, 7, YEARS, finish(projector))
  return { name, nanoseconds: (whole.nanoseconds * YEARS - part.nanoseconds * half) / (YEARS - half) }
}

console.log(`${AREAS} areas × ${cells} cells × ${YEARS} years (twin: ${TWIN_YEARS}), one thread, Node ${process.version}`)
buildKernelsWhenStale()
const kernel = compileKernel(readKernel('projection'))
const [all, last] = [new AreaProjector(kernel, shape, YEARS, 'all'), new AreaProjector(kernel, shape, YEARS, 'last')]
const rows = [
  measure('plain TypeScript twin, 64 bits, without guard', 2, TWIN_YEARS, () => runTwin(TWIN_YEARS)),
  measure('WebAssembly, all years kept, with memory and guard', 1, YEARS, finish(new AreaProjector(kernel, shape, YEARS, 'all'))),
  measure('WebAssembly, all years kept, with guard', 5, YEARS, finish(all)),
  measure('WebAssembly, last year kept, with guard', 5, YEARS, finish(last)),
  measureFurtherYear('WebAssembly, all years kept, a further year', all),
  measureFurtherYear('WebAssembly, last year kept, a further year', last),
  ...measureOthers(),
]
const twin = rows[0]!.nanoseconds
for (const { name, nanoseconds } of rows) console.log(`${name.padEnd(60)} ${nanoseconds.toFixed(2).padStart(7)} ns per cell-year ${(twin / nanoseconds).toFixed(1).padStart(6)} × the twin`)

const expected = sum(runTwin(YEARS))
for (const { name, people } of rows) {
  if (people !== undefined && !Number.isNaN(people) && !(Math.abs(people / expected - 1) < 1e-6)) throw new Error(`${name} ends with ${people} people, the plain twin with ${expected}`)
}
console.log(`all end with ${expected.toFixed(0)} people, within a millionth`)
