/** Pieces of a network: by hand, and as what they mean on any network. */
import { findTravelTicks } from '#engines/reach/dijkstra.ts'
import { createRoadGraph, UNREACHABLE } from '#engines/reach/road-graph.ts'
import { findStrongPieces } from '#engines/reach/strong-pieces.ts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyGraph } from './any-graph.ts'

describe('the pieces of a network', () => {
  it('are what can be gone around: a one-way ring, the street that leaves it for good, and an island', () => {
    // 0 → 1 → 2 → 0, 2 → 3, and 4 ↔ 5.
    const graph = createRoadGraph(6, [0, 1, 2, 2, 4, 5], [1, 2, 0, 3, 5, 4], [1, 1, 1, 1, 1, 1])
    const { pieceOfNode, sizes } = findStrongPieces(graph)
    expect([...pieceOfNode]).toEqual([0, 0, 0, 2, 1, 1])
    expect([...sizes]).toEqual([3, 2, 1])
  })

  it('hold two nodes together exactly where each can be reached from the other', () => {
    fc.assert(
      fc.property(anyGraph, (graph) => {
        const { pieceOfNode, sizes } = findStrongPieces(graph)
        const from = Array.from({ length: graph.nodeCount }, (_, node) => findTravelTicks(graph, [node]))
        for (let a = 0; a < graph.nodeCount; a++) {
          for (let b = 0; b < graph.nodeCount; b++) {
            const together = from[a]![b]! < UNREACHABLE && from[b]![a]! < UNREACHABLE
            expect(pieceOfNode[a] === pieceOfNode[b]).toBe(together)
          }
        }
        expect(sizes.reduce((sum, own) => sum + own, 0)).toBe(graph.nodeCount)
      }),
    )
  })

  it('of a road of a million nodes are found without running out of memory', () => {
    const count = 1_000_000
    const nodes = Array.from({ length: count - 1 }, (_, at) => at)
    const graph = createRoadGraph(count, nodes, nodes.map((at) => at + 1), new Uint8Array(count - 1))
    expect(findStrongPieces(graph).sizes).toHaveLength(count)
  })
})
