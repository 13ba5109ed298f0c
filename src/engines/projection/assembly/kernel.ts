/** The loops of the projection in WebAssembly. What they mean is said by their plain twins; see fast-areas.ts and docs/methods/cohort-component.md. */
export { prepareAreas, stepAreas } from './areas'
