/** The loops of the projection in WebAssembly. What they mean is said by their plain twins (docs/methods/cohort-component.md). */
export { areWithin, prepareAreas, stepAreas, takeOut } from './areas'
export { drawErrors } from './draw-errors'
export { addUpGroups, countClasses, summarise } from './outcomes'
export { arrange } from './plan'
export { begin, stepTrajectories } from './trajectories'
