// How the server's Node is started: by `npm start`, and by the benchmarks that measure it. What each of these gives is in bench/README.md.

/**
 * Without these Node lets garbage of objects pile up to more than 500 MB; at most 140 MB is really held once every page was asked.
 * Beyond the bound the server ends (`npm start` then says so and starts it again), so it is far above what was ever seen.
 */
export const SERVER_FLAGS = ['--max-old-space-size=384', '--max-semi-space-size=4']

/**
 * Where Node uses glibc: arrays of 64 kB and more go back to the system as soon as they are let go, and threads share two heaps instead of having one each.
 * Without these a server that holds 280 MB keeps 500 MB more of what was let go.
 */
export const SERVER_MEMORY = { MALLOC_ARENA_MAX: '2', MALLOC_MMAP_THRESHOLD_: '65536', MALLOC_TRIM_THRESHOLD_: '65536' }
