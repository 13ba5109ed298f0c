/** The compiled loops, as the use cases get them. */
import { compileKernel } from '#engines/numeric/kernel.ts'
import { readKernel } from '#steps/shared/read-kernel.ts'

export const projectionKernel = compileKernel(readKernel('projection'))
