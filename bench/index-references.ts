/** What the draws of an index cost elsewhere: the plainest JavaScript, numpy and C, where these are on the machine; and what the processor can do at most. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { drawShares } from '#engines/numeric/dirichlet.ts'
import { CounterRandom } from '#engines/numeric/philox.ts'

const DRAWS = 30
const SCALED_DRAWS = 10_000

/** Milliseconds of processor for 10,000 draws: a list of numbers an area, sorted objects for ranks, all ranks kept and sorted for the quantiles. */
export function measureNaively(values: Float64Array, areaCount: number, indicatorCount: number): number {
  const random = new CounterRandom(1)
  const begin = process.cpuUsage()
  const columns = Array.from({ length: indicatorCount }, (_, at) => [...values.subarray(at * areaCount, (at + 1) * areaCount)])
  const scaled = columns.map((column) => {
    const low = column.reduce((one, other) => Math.min(one, other))
    const high = column.reduce((one, other) => Math.max(one, other))
    return column.map((value) => (100 * (value - low)) / (high - low))
  })
  const areas = Array.from({ length: areaCount }, (_, area) => scaled.map((column) => column[area]!))
  const ranks = areas.map(() => [] as number[])
  const weights = new Float64Array(indicatorCount)
  for (let draw = 0; draw < DRAWS; draw++) {
    random.open(draw, 1)
    drawShares(random, new Float64Array(indicatorCount).fill(1 / indicatorCount), 100, weights)
    const scores = areas.map((figures, area) => ({ area, score: figures.reduce((sum, figure, at) => sum + figure * weights[at]!, 0) }))
    for (const [at, { area }] of scores.sort((a, b) => b.score - a.score).entries()) ranks[area]!.push(at + 1)
  }
  for (const own of ranks) own.sort((a, b) => a - b)
  const { user, system } = process.cpuUsage(begin)
  return ((user + system) / 1000 / DRAWS) * SCALED_DRAWS
}

const NUMPY = `
import os, time
os.environ['OPENBLAS_NUM_THREADS'] = os.environ['OMP_NUM_THREADS'] = '1'
import numpy as np
AREAS, INDICATORS, DRAWS = 14000, 100, 500
random = np.random.default_rng(1)
figures = random.random((AREAS, INDICATORS)) * 100
weights = random.dirichlet(np.ones(INDICATORS), DRAWS)
start = time.process_time()
scores = figures @ weights.T
product = time.process_time()
order = np.argsort(-scores, axis=0)
ranks = np.empty_like(order, dtype=np.uint16)
np.put_along_axis(ranks, order, np.arange(1, AREAS + 1, dtype=np.uint16)[:, None], axis=0)
ranked = time.process_time()
np.quantile(ranks, [0.05, 0.5, 0.95], axis=1)
end = time.process_time()
print(np.__version__, *(1e4 / DRAWS * part for part in (product - start, ranked - product, end - ranked)))
`

/** Seconds of one core for 10,000 draws; undefined without numpy. */
export function measureNumpy(): { readonly version: string; readonly seconds: readonly number[] } | undefined {
  const { status, stdout } = spawnSync('python3', ['-c', NUMPY], { encoding: 'utf8' })
  if (status !== 0) return undefined
  const [version = '', ...seconds] = stdout.trim().split(' ')
  return { version, seconds: seconds.map(Number) }
}

/** Registers only, so nothing but the arithmetic is measured; then the product in the tiles of assembly/multiply.ts; then reading. */
const C = `
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
typedef double two __attribute__((vector_size(16)));
typedef double wide __attribute__((vector_size(64)));
static double now(void) { struct timespec t; clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t); return t.tv_sec + t.tv_nsec / 1e9; }
enum { AREAS = 14000, INDICATORS = 100, DRAWS = 64, TIMES = 20 };
#define PEAK(type, name) static double name(double scale) { \\
  type x = {0}, a[12]; for (int i = 0; i < 12; i++) a[i] = x + i; x = x + scale; double start = now(); \\
  for (long n = 0; n < 20000000; n++) { for (int i = 0; i < 12; i++) { type p = a[i] * x; FENCE(p); a[i] = p + x; } } \\
  double seconds = now() - start; type sum = a[0]; for (int i = 1; i < 12; i++) sum += a[i]; volatile double keep = sum[0]; (void)keep; \\
  return 20000000.0 * 12 * 2 * (sizeof(type) / 8) / seconds / 1e9; }
#define FENCE(p) __asm__("" : "+x"(p))
PEAK(two, peakOfTwo)
#undef FENCE
#define FENCE(p)
PEAK(wide, peakOfWide)
static double product(void) {
  double *x = aligned_alloc(64, AREAS * INDICATORS * 8), *w = aligned_alloc(64, DRAWS * INDICATORS * 8), *out = aligned_alloc(64, (long)AREAS * DRAWS * 8);
  for (long i = 0; i < AREAS * INDICATORS; i++) x[i] = rand() % 100;
  for (long i = 0; i < DRAWS * INDICATORS; i++) w[i] = rand() / 2e9;
  double start = now();
  for (int t = 0; t < TIMES; t++) for (int a = 0; a < AREAS; a += 4) for (int d = 0; d < DRAWS; d += 16) {
    wide s[4][2] = {{{0}}};
    for (int k = 0; k < INDICATORS; k++) {
      wide w0 = *(wide *)&w[k * DRAWS + d], w1 = *(wide *)&w[k * DRAWS + d + 8];
      for (int i = 0; i < 4; i++) { double f = x[((long)(a / 4) * INDICATORS + k) * 4 + i]; s[i][0] += f * w0; s[i][1] += f * w1; }
    }
    for (int i = 0; i < 4; i++) { *(wide *)&out[(long)(a + i) * DRAWS + d] = s[i][0]; *(wide *)&out[(long)(a + i) * DRAWS + d + 8] = s[i][1]; }
  }
  double seconds = now() - start; volatile double keep = out[1234]; (void)keep;
  return 2.0 * AREAS * INDICATORS * DRAWS * TIMES / seconds / 1e9;
}
static double readAll(void) {
  long n = 1 << 25; double *x = aligned_alloc(64, n * 8), sum = 0; for (long i = 0; i < n; i++) x[i] = i;
  double start = now(); for (int t = 0; t < 4; t++) { wide s[4] = {{0}}; for (long i = 0; i < n; i += 32) for (int j = 0; j < 4; j++) s[j] += *(wide *)&x[i + 8 * j]; sum += s[0][0] + s[1][0] + s[2][0] + s[3][0]; }
  double seconds = now() - start; volatile double keep = sum; (void)keep;
  return 4.0 * n * 8 / seconds / 1e9;
}
int main(void) { printf("%f %f %f %f\\n", peakOfTwo(1 + 1e-9), peakOfWide(1 + 1e-9), product(), readAll()); return 0; }
`

export interface Limits {
  /** GFLOP/s of one core: multiply and add of two numbers an instruction, as strict WebAssembly can; and of the widest the processor has, in one. */
  readonly peakOfTwo: number
  readonly peakOfWide: number
  /** GFLOP/s of the product in C, for this processor. */
  readonly product: number
  /** GB/s read from memory. */
  readonly reading: number
}

/** Undefined without gcc. */
export function measureLimits(): Limits | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-bench-'))
  try {
    writeFileSync(join(folder, 'limits.c'), C)
    const program = join(folder, 'limits')
    if (spawnSync('gcc', ['-O3', '-march=native', '-mprefer-vector-width=512', join(folder, 'limits.c'), '-o', program]).status !== 0) return undefined
    const [peakOfTwo = NaN, peakOfWide = NaN, product = NaN, reading = NaN] = spawnSync(program, { encoding: 'utf8' }).stdout.trim().split(' ').map(Number)
    return { peakOfTwo, peakOfWide, product, reading }
  } finally {
    rmSync(folder, { recursive: true })
  }
}
