/**
 * What the bound has left of the problem, as an integer program with a column for each distance of a row instead of each cell
 * (Elloumi 2010; García, Labbé & Marín 2011): Σ over rows and distances of (next distance − this one) × "nobody opens within this distance".
 */
import type { LagrangeanBound } from '#engines/siting/median/lagrangean.ts'
import { CLOSED, OPEN } from '#engines/siting/median/site-states.ts'
import { ProgramBuilder } from '#engines/siting/program/integer-program.ts'

/**
 * Plans with a value of at most `limit`, in the states of the relaxation; its first columns are its sites.
 * A row that pays d more than its price lifts the bound by d, so only so much more needs a column.
 */
export function createRadiusProgram(relaxation: LagrangeanBound, limit: number): ProgramBuilder {
  const { cells, states, bestPrices, bound, limits } = relaxation
  const program = new ProgramBuilder()
  // Of idle columns it is all the same which open: a solver need not split on them.
  for (const [column, state] of states.entries()) program.addColumn(0, Number(state === OPEN), Number(state !== CLOSED), !relaxation.isIdle(column))
  for (let column = 0; column < states.length; column++) program.addCell(column, 1)
  program.endRow(relaxation.openCount, relaxation.openCount)
  for (const { amounts, most } of limits) {
    for (const [column, amount] of amounts.entries()) if (amount !== 0) program.addCell(column, amount)
    program.endRow(-Infinity, most)
  }
  for (let row = 0; row < cells.rowCount; row++) addRow(program, relaxation, row, bestPrices[row]! + Math.max(limit - bound, 0))
  return program
}

function addRow(program: ProgramBuilder, { cells, states }: LagrangeanBound, row: number, most: number): void {
  const end = cells.rowStarts[row + 1]!
  const unserved = cells.unservedCosts[row]!
  let cell = cells.rowStarts[row]!
  const skipClosed = () => {
    while (cell < end && states[cells.columns[cell]!] === CLOSED) cell++
  }
  skipClosed()
  let cost = cell < end ? cells.costs[cell]! : unserved
  program.offset += cost
  let farther = -1
  while (cell < end) {
    const isFirst = farther < 0
    if (!isFirst) program.addCell(farther, -1)
    for (; cell < end && cells.costs[cell] === cost; skipClosed()) program.addCell(cells.columns[cell++]!, 1)
    const next = cell < end ? cells.costs[cell]! : unserved
    const isLast = next > most
    if (!isLast) {
      farther = program.addColumn(next - cost, 0, 1, false)
      program.addCell(farther, 1)
    }
    program.endRow(isFirst ? 1 : 0, Infinity)
    if (isLast) return
    cost = next
  }
}
