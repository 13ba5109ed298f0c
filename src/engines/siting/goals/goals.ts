/** All kinds of goals. */
import { centerSolver } from '#engines/siting/goals/center.ts'
import type { GoalSolver } from '#engines/siting/goals/goal-solver.ts'
import { maximalCoveringSolver } from '#engines/siting/goals/maximal-covering.ts'
import { medianSolver } from '#engines/siting/goals/median.ts'
import { setCoveringSolver } from '#engines/siting/goals/set-covering.ts'
import { worstShareSolver } from '#engines/siting/goals/worst-share.ts'

export const GOAL_SOLVERS: readonly GoalSolver[] = [medianSolver, centerSolver, maximalCoveringSolver, setCoveringSolver, worstShareSolver]
