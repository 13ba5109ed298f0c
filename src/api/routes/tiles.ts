/** Shapes and names as vector tiles for the map. */
import { levelSchema } from '#domain/answers/shared.ts'
import { NAME_TILE_ZOOM, cutNameTile } from '#steps/see/name-tiles.ts'
import { MAX_TILE_ZOOM } from '#steps/see/tiles.ts'
import { z } from 'zod'
import type { Endpoints } from '#api/endpoint.ts'
import { nothing } from '#api/schemas/queries.ts'

const TILE_TYPE = 'application/vnd.mapbox-vector-tile'
const coordinate = z.coerce.number().int().min(0).max(2 ** MAX_TILE_ZOOM - 1)

export function addTileRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'getTile',
    tag: 'areas',
    summary: 'One vector tile of the shapes of a level',
    description: 'The layer is named after the level; features have the properties code and name. A tile without shapes is empty.',
    path: '/v1/tiles/{level}/{z}/{x}/{y}',
    params: z.object({ level: levelSchema, z: z.coerce.number().int().min(0).max(MAX_TILE_ZOOM), x: coordinate, y: coordinate }),
    query: nothing,
    answers: { [TILE_TYPE]: undefined },
    problems: ['noShape', 'noSuchTile'],
    keep: true,
    answer: async ({ background, statistics, params: { level, z, x, y } }) => ({ body: await background.cutTile(statistics, level, z, x, y) }),
  })
  endpoints.get({
    operationId: 'getNameTile',
    tag: 'areas',
    summary: 'One vector tile of names to put on a map',
    description: `Points in the layers province, municipality and place, with the properties name and inhabitants. Below zoom ${NAME_TILE_ZOOM} only the most inhabited.`,
    path: '/v1/name-tiles/{z}/{x}/{y}',
    params: z.object({ z: z.coerce.number().int().min(0).max(NAME_TILE_ZOOM), x: coordinate, y: coordinate }),
    query: nothing,
    answers: { [TILE_TYPE]: undefined },
    problems: ['noSuchTile'],
    keep: true,
    answer: ({ statistics, params }) => ({ body: cutNameTile(statistics, params.z, params.x, params.y) }),
  })
}
