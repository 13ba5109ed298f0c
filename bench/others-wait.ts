/** How long others wait while a file is written or places are selected: the longest stretch in which the thread that answers does nothing else. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { Background } from '#steps/background/background.ts'
import { writeFile, type FileFormat } from '#steps/background/tasks.ts'
import { DUTCH_EXCEL } from '#steps/see/export-csv.ts'
import { makeColumnTable } from '#steps/see/export-table.ts'
import { getFigureColumn } from '#steps/see/figures.ts'
import { getSelectionDocument } from '#steps/see/selection/check-selection.ts'
import { runSelection } from '#steps/see/selection/run-selection.ts'
import { makeSyntheticStatistics, NEIGHBOURHOODS } from './synthetic-statistics.ts'

const statistics = makeSyntheticStatistics()
const background = new Background()
const makeTable = (at: number) => makeColumnTable(statistics, getFigureColumn(statistics, `column${at}`, 'neighbourhood', 2024), 'nl')
const FORMATS: readonly FileFormat[] = [{ kind: 'xlsx' }, { kind: 'csv', dialect: DUTCH_EXCEL }, { kind: 'parquet' }]
const ROUNDS = 7

const pause = () => new Promise((resolve) => setTimeout(resolve, 20))

/** The longest delay of the event loop in milliseconds, the median of some rounds. */
async function measure(act: (at: number) => Promise<unknown>): Promise<number> {
  const longest: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const delay = monitorEventLoopDelay({ resolution: 1 })
    delay.enable()
    await pause()
    await act(round)
    await pause()
    delay.disable()
    longest.push(delay.max / 1e6)
  }
  return longest.sort((a, b) => a - b)[ROUNDS >> 1] ?? NaN
}

await background.writeFile(makeTable(99), { kind: 'xlsx' })
console.log(`${NEIGHBOURHOODS} neighbourhoods, Node ${process.version}, median of ${ROUNDS} rounds, longest stretch in milliseconds`)
for (const format of FORMATS) {
  const here = await measure((at) => writeFile(makeTable(at), format))
  const beside = await measure((at) => background.writeFile(makeTable(at), format))
  console.log(`${format.kind.padEnd(8)} on the thread that answers ${here.toFixed(0).padStart(5)}   on the background thread ${beside.toFixed(0).padStart(4)}   ${(here / beside).toFixed(1)} times`)
}
const where = { kind: 'group', meet: 'any', of: Array.from({ length: 30 }, (_, at) => ({ kind: 'figure', indicator: `column${at}`, year: 2024, compare: 'atLeast', threshold: 50 })) }
const document = getSelectionDocument(statistics, { format: 'topdorp-selection/1', name: 'Proef', level: 'neighbourhood', year: 2024, where })
const here = await measure(async () => JSON.stringify(runSelection(statistics, document)))
const beside = await measure(() => background.runSelection(statistics, document, 'nl', 'json'))
console.log(`30 criteria on the thread that answers ${here.toFixed(0).padStart(5)}   on the background thread ${beside.toFixed(0).padStart(4)}   ${(here / beside).toFixed(1)} times`)
await background.close()
