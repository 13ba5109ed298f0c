/** Points near by, with a tree that was made elsewhere and with one of their own. */
import { expect, it } from 'vitest'
import { NearbyPoints, plantTree } from '#steps/explore/reach/nearby-points.ts'
import { shareArrays } from '#steps/explore/reach/share-arrays.ts'
import { createRandom } from '../../../engines/reach/street-network.ts'

const random = createRandom(11)
const [longitudes, latitudes] = [Float64Array.from({ length: 70_000 }, () => 6 + random()), Float64Array.from({ length: 70_000 }, () => 52 + random())]

it('are the same by a tree in shared memory as by one of their own', () => {
  const [given, own] = [new NearbyPoints(longitudes, latitudes, shareArrays(plantTree(longitudes, latitudes))), new NearbyPoints(longitudes, latitudes)]
  for (let at = 0; at < 50; at++) {
    const point = [6 + random(), 52 + random()] as const
    expect(given.listWithin(point, 800)).toEqual(own.listWithin(point, 800))
    expect(given.findNearest(point, 5000)).toEqual(own.findNearest(point, 5000))
    expect(own.findNearest(point, 5000)).toBeDefined()
  }
})

it('with a tree are searched without looking at all of them', () => {
  let looks = 0
  const count = (list: Float64Array) => new Proxy(list, { get: (target, key) => (looks++, Reflect.get(target, key) as number) })
  const near = new NearbyPoints(count(longitudes), count(latitudes), plantTree(longitudes, latitudes))
  const found = near.listWithin([longitudes[0]!, latitudes[0]!], 100)
  expect(found.map(({ at }) => at)).toContain(0)
  expect(looks).toBeLessThan(100)
})
