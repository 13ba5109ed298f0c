/** HiGHS (Huangfu & Hall 2018) as an `IntegerSolver`. Loading it reads a file of the package, so it is done once, outside the engine. */
import loadHighs from 'highs'
import type { Highs, Model } from 'highs'
import type { IntegerAnswer, IntegerProgram, IntegerQuestion, IntegerSolver } from '#engines/siting/program/integer-program.ts'

// The types say CommonJS, the file that Node loads is a module: its default export is the loader itself.
const load = loadHighs as unknown as typeof loadHighs.default

export async function createHighsSolver(): Promise<IntegerSolver> {
  const highs = await load()
  return (program, question) => {
    if (question.shouldStop?.()) return { status: 'stopped', value: Infinity, bound: -Infinity }
    const model = highs.createModel(toModel(program))
    try {
      return solve(highs, model, question)
    } finally {
      model.dispose()
    }
  }
}

function toModel(program: IntegerProgram) {
  const [numCols, numRows] = [program.columnCosts.length, program.rowLowers.length]
  return {
    numCols,
    numRows,
    offset: program.offset,
    colCost: Float64Array.from(program.columnCosts),
    colLower: Float64Array.from(program.columnLowers),
    colUpper: Float64Array.from(program.columnUppers),
    rowLower: Float64Array.from(program.rowLowers),
    rowUpper: Float64Array.from(program.rowUppers),
    integrality: Int32Array.from(program.columnIsWhole),
    matrix: {
      format: 'csr' as const,
      numCols,
      numRows,
      starts: Int32Array.from(program.rowStarts),
      indices: Int32Array.from(program.rowColumns),
      values: Float64Array.from(program.rowValues),
    },
  }
}

function solve(highs: Highs, model: Model, question: IntegerQuestion): IntegerAnswer {
  const { modelStatus, callbackType } = highs.constants
  // With its presolve HiGHS called a plan with ten times the minutes the best (`restricted.test.ts`, 4 places): a proof must hold.
  model.options.set({ output_flag: false, presolve: 'off', random_seed: 0, mip_rel_gap: 0, mip_abs_gap: question.absoluteGap })
  if (question.start) model.setSolution({ colValue: question.start })
  model.run({
    [callbackType.mipInterrupt](event) {
      const { mip_primal_bound: value, mip_dual_bound: bound } = event.data
      if (value !== undefined && bound !== undefined) question.onProgress?.(value, bound)
      if (question.shouldStop?.()) event.interrupt()
    },
  })
  const status = model.getModelStatus()
  if (status === modelStatus.infeasible) return { status: 'infeasible', value: Infinity, bound: Infinity }
  const bound = Number(model.info.get('mip_dual_bound'))
  const found = Number(model.info.get('primal_solution_status')) === 2
  if (!found) return { status: 'stopped', value: Infinity, bound: Number.isFinite(bound) ? bound : -Infinity }
  return { status: status === modelStatus.optimal ? 'optimal' : 'stopped', columns: model.getSolution().colValue, value: model.getObjectiveValue(), bound: Number.isFinite(bound) ? bound : -Infinity }
}
