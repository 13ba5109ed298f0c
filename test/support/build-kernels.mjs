// Before the tests: the kernels as their sources are now.
import { buildKernelsWhenStale } from '../../scripts/build-kernels.mjs'

export const setup = () => {
  buildKernelsWhenStale()
}
