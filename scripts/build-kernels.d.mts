/** Compiles the kernels of the engines when their sources changed; gives the names of the engines that were compiled. */
export function buildKernelsWhenStale(folder?: string): string[]
