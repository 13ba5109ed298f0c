/** strace, which says what a program wrote to the disk, and when it waited for the disk to have it. */
import { spawnSync } from 'node:child_process'

/** It may be there and not be allowed: some containers forbid it. */
export const hasStrace: boolean = spawnSync('strace', ['-f', '--seccomp-bpf', '-o', '/dev/null', '-e', 'trace=fsync', 'true']).status === 0
export const withoutStrace = 'no strace that may be used here: install it (apt-get install strace)'
