/** Networks of any kind for property tests: one-way, in pieces, with equal ways and roads of no length. */
import { createRoadGraph } from '#engines/reach/road-graph.ts'
import type { RoadGraph } from '#engines/reach/road-graph.ts'
import fc from 'fast-check'

export const anyGraph: fc.Arbitrary<RoadGraph> = fc.integer({ min: 1, max: 24 }).chain((nodeCount) => {
  const node = fc.nat(nodeCount - 1)
  const road = fc.record({ tail: node, head: node, ticks: fc.nat(9), twoWay: fc.boolean() })
  return fc.array(road, { maxLength: 3 * nodeCount }).map((roads) => {
    const arcs = roads.flatMap(({ tail, head, ticks, twoWay }) => (twoWay ? [[tail, head, ticks], [head, tail, ticks + 1]] : [[tail, head, ticks]]) as [number, number, number][])
    return createRoadGraph(nodeCount, arcs.map(([tail]) => tail), arcs.map(([, head]) => head), arcs.map(([, , ticks]) => ticks))
  })
})

/** Some nodes of a graph, perhaps the same one twice. */
export const someNodes = (graph: RoadGraph, maxLength = 6): fc.Arbitrary<number[]> => fc.array(fc.nat(graph.nodeCount - 1), { minLength: 1, maxLength })

/** A graph with places and sites on some of its nodes. */
export const anyReach: fc.Arbitrary<{ graph: RoadGraph; places: number[]; sites: number[] }> = anyGraph.chain((graph) =>
  fc.record({ graph: fc.constant(graph), places: someNodes(graph, 20), sites: someNodes(graph) }),
)
