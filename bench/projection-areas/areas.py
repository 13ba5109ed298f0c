"""The step of projection-areas.ts in numpy, as a yardstick: whole arrays at a time, 32-bit numbers, all areas in one operation.

Reads figures.bin, prints nanoseconds per cell-year of processor time (last year kept), and the people at the end.
"""
import sys
import time

import numpy as np

AGES = 101
areas, years = int(sys.argv[2]), int(sys.argv[3])
figures = np.fromfile(sys.argv[1], dtype=np.float32)
slab = areas * 2 * AGES
population, survival, emigration, immigration = (figures[at * slab:(at + 1) * slab].reshape(areas, 2, AGES) for at in range(4))
fertility = figures[4 * slab:].reshape(areas, AGES)


def project():
    staying = 1 - emigration / 2
    arriving = immigration / 2
    people = population
    for _ in range(years):
        present = np.maximum(people * staying + arriving, 0)
        end = np.empty_like(present)
        end[:, :, 1:] = present[:, :, :-1] * survival[:, :, 1:]
        end[:, :, -1] += present[:, :, -1] * survival[:, :, -1]
        end[:, :, 1:] = np.maximum(end[:, :, 1:] * staying[:, :, 1:] + arriving[:, :, 1:], 0)
        births = np.einsum('ij,ij->i', fertility[:, 1:] / 2, present[:, 0, 1:] + end[:, 0, 1:])
        end[:, 0, 0] = births / np.float32(2.05) * survival[:, 0, 0] * staying[:, 0, 0] + arriving[:, 0, 0]
        end[:, 1, 0] = births * np.float32(1.05 / 2.05) * survival[:, 1, 0] * staying[:, 1, 0] + arriving[:, 1, 0]
        people = end
    return people


times = []
for _ in range(3):
    started = time.process_time_ns()
    people = project()
    times.append(time.process_time_ns() - started)
print('last', f'{sorted(times)[1] / (slab * years):.3f}', f'{people.sum(dtype=np.float64):.3f}')
