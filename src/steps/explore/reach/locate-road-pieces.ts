/** In which municipalities the pieces lie of main roads that are not one network. */
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { NetworkInPieces } from '#steps/explore/reach/network-pieces.ts'
import { getRoads } from '#steps/explore/reach/reach-ground.ts'
import { getMunicipalityFinder } from '#steps/explore/scenario/point-municipality.ts'
import { memoize } from '#steps/see/memo.ts'

type MainRoads = NonNullable<ReachAnswer['mainRoads']>

/** Undefined where the package has no main roads. */
export const describeMainRoads = memoize(async (statistics: Statistics): Promise<MainRoads | undefined> => {
  const roads = await getRoads(statistics)
  if (roads === undefined) return undefined
  const { longitudes, latitudes, pieceOfNode, pieceCount, smallPieces, smallNodes, roadsLeftOut } = roads.network
  const findMunicipality = getMunicipalityFinder(statistics)
  const locate = (places: Pick<NetworkInPieces, 'longitudes' | 'latitudes'>, nodes: readonly number[]): MainRoads['smallPieces']['municipalities'] => {
    const codes = nodes.map((node) => findMunicipality([places.longitudes[node]!, places.latitudes[node]!])).filter((code) => code !== undefined)
    const counted = [...Map.groupBy(codes, (code) => code)].map(([code, own]) => ({ code, name: statistics.findArea(code)?.name ?? code, nodes: own.length }))
    return counted.toSorted((a, b) => b.nodes - a.nodes || (a.code < b.code ? -1 : 1))
  }
  const nodesOfPiece = Map.groupBy(pieceOfNode.keys(), (node) => pieceOfNode[node]!)
  const others = Array.from({ length: pieceCount - 1 }, (_, at) => nodesOfPiece.get(at + 1) ?? [])
  return {
    nodes: longitudes.length,
    otherPieces: others.map((nodes) => ({ nodes: nodes.length, municipalities: locate({ longitudes, latitudes }, nodes) })),
    smallPieces: { ...smallPieces, municipalities: locate(smallNodes, [...smallNodes.longitudes.keys()]) },
    roadsLeftOut,
  }
})
