/** Regions of daily life, and how they differ from every official division. */
import { dailyRegionsSchema } from '#domain/answers/region-answers.ts'
import { FEWEST_REGIONS, MOST_REGIONS, USUAL_REGIONS } from '#domain/region-counts.ts'
import { getDailyRegions } from '#steps/explore/regions/daily-regions.ts'
import { makeRegionFeatures, makeRegionTable, REGION_TABLES } from '#steps/explore/regions/export-regions.ts'
import { z } from 'zod'
import { JSON_TYPE } from '#api/endpoint.ts'
import type { Endpoints } from '#api/endpoint.ts'
import { chooseFeatureFormat, FEATURE_ANSWERS, featureFormatSchema, writeFeatures, writeTable } from '#api/formats.ts'
import { nothing } from '#api/schemas/queries.ts'

const query = z.object({
  count: z.coerce.number().int().min(FEWEST_REGIONS).max(MOST_REGIONS).default(USUAL_REGIONS).describe('How many regions, islands that nobody gets away from in time not counted'),
  table: z.enum(REGION_TABLES).default('regions').describe('What a table holds: a row a region, or a row a buurt'),
  format: featureFormatSchema.describe('Goes before the Accept header; geojson gives the wijken, each with its region'),
})

export function addDailyRegionRoutes(endpoints: Endpoints): void {
  endpoints.get({
    operationId: 'listDailyRegions',
    tag: 'reach',
    summary: 'Regions of daily life: what people reach in 45 minutes, as 30 to 60 regions, beside the official divisions',
    description: 'Estimated by a model from travel times by car: no counted trips, and no official division. Every neighbourhood lies in one region.',
    path: '/v1/daily-regions',
    params: nothing,
    query,
    answers: { [JSON_TYPE]: dailyRegionsSchema, ...FEATURE_ANSWERS },
    problems: ['noRegions'],
    keep: true,
    translated: true,
    answer: async ({ statistics, query: { count, table, format: named }, mediaType, language }) => {
      const body = await getDailyRegions(statistics, count)
      const format = chooseFeatureFormat(named, mediaType)
      if (format === 'json') return { body, mediaType: JSON_TYPE }
      if (format === 'geojson') return writeFeatures(makeRegionFeatures(statistics, body, language))
      return writeTable(makeRegionTable(statistics, body, table, language), format)
    },
  })
}
