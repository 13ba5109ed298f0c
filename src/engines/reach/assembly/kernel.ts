/** The loops of travel matrices in WebAssembly. What they mean is said by their plain twin, plain-sweep.ts. */
export { climb, gather, sweepDown } from './sweep'
