/*
 * The step of projection-areas.ts in C, as a yardstick: 32-bit numbers, a tile of areas through all years, the compiler free to use
 * every instruction of the machine. Reads figures.bin (see write-figures.ts), prints nanoseconds per cell-year of both ways, and the people at the end.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { AGES = 101, CELLS = 2 * AGES, TILE = 64, TABLE = 3 * CELLS + AGES + 2 };

static float *read_floats(FILE *file, size_t count) {
  float *floats = aligned_alloc(64, (count * sizeof(float) + 63) / 64 * 64);
  if (fread(floats, sizeof(float), count, file) != count) exit(1);
  return floats;
}

static inline float positive(float figure) { return figure > 0 ? figure : 0; }

static void prepare(float *restrict table, const float *survival, const float *fertility, const float *emigration, const float *immigration) {
  for (int cell = 0; cell < CELLS; cell++) {
    table[cell] = positive(1 - emigration[cell] * 0.5f);
    table[CELLS + cell] = immigration[cell] * 0.5f;
    table[2 * CELLS + cell] = survival[cell] * table[cell];
  }
  for (int age = 0; age < AGES; age++) table[3 * CELLS + age] = fertility[age] * 0.5f;
  table[3 * CELLS + AGES] = table[2 * CELLS] / 2.05f;
  table[3 * CELLS + AGES + 1] = table[2 * CELLS + AGES] * 1.05f / 2.05f;
}

static void step(const float *restrict table, const float *restrict start, float *restrict end) {
  float births = 0;
  for (int sex = 0; sex < 2; sex++) {
    const float *stay = table + sex * AGES, *come = stay + CELLS, *live = come + CELLS, *bear = table + 3 * CELLS;
    const float *people = start + sex * AGES;
    float *next = end + sex * AGES, present[AGES];
    for (int age = 0; age < AGES; age++) present[age] = positive(people[age] * stay[age] + come[age]);
    for (int age = 0; age < AGES - 2; age++) next[age + 1] = positive(present[age] * live[age + 1] + come[age + 1]);
    next[AGES - 1] = positive((present[AGES - 2] + present[AGES - 1]) * live[AGES - 1] + come[AGES - 1]);
    if (sex == 0) for (int age = 12; age < 52; age++) births += bear[age] * (present[age] + next[age]);
  }
  end[0] = positive(births * table[3 * CELLS + AGES] + table[CELLS]);
  end[AGES] = positive(births * table[3 * CELLS + AGES + 1] + table[CELLS + AGES]);
}

static double now(void) {
  struct timespec at;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &at);
  return at.tv_sec * 1e9 + at.tv_nsec;
}

static int compare(const void *a, const void *b) { return *(const double *)a < *(const double *)b ? -1 : 1; }

int main(int count, char **words) {
  FILE *file = fopen(words[1], "rb");
  int areas = atoi(words[2]), years = atoi(words[3]);
  size_t slab = (size_t)areas * CELLS;
  float *population = read_floats(file, slab), *survival = read_floats(file, slab), *emigration = read_floats(file, slab), *immigration = read_floats(file, slab);
  float *fertility = read_floats(file, (size_t)areas * AGES);
  static float tables[TILE * TABLE];
  for (int all = 1; all >= 0; all--) {
    int slabs = all ? years + 1 : 2;
    float *people = aligned_alloc(64, (slabs * slab * sizeof(float) + 63) / 64 * 64);
    memset(people, 0, slabs * slab * sizeof(float));
    double times[5];
    for (int run = 0; run < 5; run++) {
      double started = now();
      memcpy(people, population, slab * sizeof(float));
      for (int first = 0; first < areas; first += TILE) {
        int until = first + TILE < areas ? first + TILE : areas;
        for (int area = first; area < until; area++)
          prepare(tables + (area - first) * TABLE, survival + (size_t)area * CELLS, fertility + (size_t)area * AGES, emigration + (size_t)area * CELLS, immigration + (size_t)area * CELLS);
        for (int year = 0; year < years; year++)
          for (int area = first; area < until; area++)
            step(tables + (area - first) * TABLE, people + (year % slabs) * slab + (size_t)area * CELLS, people + ((year + 1) % slabs) * slab + (size_t)area * CELLS);
      }
      times[run] = now() - started;
    }
    qsort(times, 5, sizeof(double), compare);
    double sum = 0;
    for (size_t at = 0; at < slab; at++) sum += people[(years % slabs) * slab + at];
    printf("%s %.3f %.3f\n", all ? "all" : "last", times[2] / ((double)slab * years), sum);
    free(people);
  }
  return count < 4;
}
