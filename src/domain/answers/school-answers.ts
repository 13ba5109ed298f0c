/** What users are told about primary schools: pupils in later years, and how that prediction fared. */
import { z } from 'zod'
import { bilingualSchema } from '#domain/answers/shared.ts'
import { SCHOOL_NORMS } from '#domain/school-norms.ts'

export const schoolNormSchema = z.enum(SCHOOL_NORMS)
const share = z.number().min(0).max(1)
const chance = share.nullable()
const pupils = z.number().nullable()
const pointSchema = z.tuple([z.number(), z.number()])

const chancesSchema = z.object({
  national: chance.describe('Of fewer than 23 pupils, the least in any municipality'),
  municipal: chance.describe('Of fewer than the norm of the municipality in that year'),
  small: chance.describe('Of fewer than 100 pupils'),
})

const schoolSchema = z.object({
  code: z.string().describe('BRIN number and number of the location'),
  name: z.string(),
  denomination: z.string().optional(),
  town: z.string().optional(),
  municipality: z.object({ code: z.string(), name: z.string() }).optional(),
  point: pointSchema,
  pupils: pupils.describe('As counted; null where the source does not say'),
})

const neighbourSchema = z.object({ code: z.string(), name: z.string(), cycleMinutes: z.number().describe('By bicycle, in a straight line with a detour') })

const listedSchema = schoolSchema.extend({
  justOpened: z.boolean().describe('Not in the list of the moment before, and not under another code: it still grows, so that it has no forecast and no chance'),
  expected: pupils.describe('In the year asked for'),
  lower80: pupils,
  upper80: pupils,
  municipalNorm: pupils,
  chances: chancesSchema,
  chance: chance.describe('Of fewer pupils than the norm asked for'),
  belowFrom: z.number().int().nullable().describe('The first year in which fewer than the norm asked for are expected'),
  nearest: neighbourSchema.nullable(),
})

const basisSchema = {
  version: z.string(),
  moment: z.string().describe('Year and month of the list of schools'),
  moments: z.array(z.string()).describe('All moments of which the package has a list of schools'),
  years: z.array(z.number().int()).describe('1 January; the first is that of the count'),
  pupilsPerChild: z.number().describe('Pupils a child of 4 to 11, in all buurten together'),
  shareDrift: z.object({ deviation: z.number(), basis: z.enum(['measured', 'assumed', 'asked']) }).describe('How the share of a school drifts in a year: standard deviation of its logarithm'),
  remarks: z.array(bilingualSchema),
  sources: z.array(z.string()),
}

/** GET /v1/schools */
export const schoolListSchema = z.object({
  ...basisSchema,
  area: z.object({ id: z.string(), name: z.string() }).nullable(),
  year: z.number().int(),
  norm: z.object({ id: schoolNormSchema, pupils: z.number().nullable().describe('Null for the municipal norm, which differs') }),
  total: z.object({
    schools: z.number().int(),
    withoutPupils: z.number().int().describe('Schools of which no pupils are known: no forecast'),
    justOpened: z.number().int().describe('Schools that have just begun: their pupils count in the sums, they themselves not as below a norm'),
    pupils: z.number(),
    expected: z.number().describe('Of all that have pupils, those that have just begun included: their children are divided as well, though of each of them nothing is expected'),
    expectedBelow: z.number().int().describe('Schools of which fewer pupils than the norm are expected'),
    sumOfChances: z.number().nullable().describe('How many schools will be below the norm, counting each for its chance'),
    belowNow: z.number().int(),
  }),
  schools: z.array(listedSchema),
})

/** POST /v1/school-runs */
export const schoolScenarioSchema = schoolListSchema.extend({
  schools: z.array(listedSchema.extend({ base: z.object({ expected: pupils, chance }).describe('The same without the scenario') })),
  scenario: z.object({
    name: z.string(),
    closed: z.array(z.object({ code: z.string(), name: z.string(), pupils })).describe('Schools that the scenario closes, in the whole country; they are not in `schools`'),
    withoutSchool: z.number().describe('Pupils in that year for whom no school in reach is left'),
    changedSchools: z.number().int().describe('Of the area: schools that close, or have other pupils or another chance in that year. 0: `remarks` says so too'),
  }),
  base: z.object({ total: schoolListSchema.shape.total }),
})

/** GET /v1/schools/{code} */
export const schoolDetailSchema = z.object({
  ...basisSchema,
  school: schoolSchema.extend({ justOpened: listedSchema.shape.justOpened }),
  forecast: z.array(
    z.object({ year: z.number().int(), expected: z.number(), lower50: pupils, upper50: pupils, lower80: pupils, upper80: pupils, lower95: pupils, upper95: pupils, municipalNorm: pupils, chances: chancesSchema }),
  ),
  others: z.array(neighbourSchema.extend({ pupils, carMinutes: z.number().nullable() })).describe('The nearest other schools'),
  buurten: z.array(z.object({ code: z.string(), name: z.string(), pupils: z.number() })).describe('Where its pupils live according to the model, most first'),
  ifClosed: z.array(z.object({ code: z.string(), name: z.string(), pupils: z.number() })).describe('Where its pupils would go according to the model, most first'),
})

/** POST /v1/school-runs/{code} */
export const schoolDetailScenarioSchema = schoolDetailSchema.extend({
  scenario: z.object({ name: z.string(), closes: z.boolean().describe('Whether the scenario closes this school: then it has no forecast, and `ifClosed` is where its pupils go') }),
  base: z.object({ forecast: schoolDetailSchema.shape.forecast.describe('Without the scenario') }),
})

const areaUnderCurveSchema = z.object({ area: z.number(), lower95: z.number(), upper95: z.number() })

/** GET /v1/school-back-test */
export const schoolBackTestSchema = z.object({
  version: z.string(),
  from: z.string(),
  to: z.string(),
  schools: z.number().int().describe('Schools open at the first moment'),
  sizes: z.enum(['counted', 'estimated']).describe('Whether the pupils of the first moment are in the package, or were estimated from where children live'),
  gone: z.object({
    codes: z.number().int(),
    renumbered: z.number().int(),
    sameAddress: z.number().int(),
    otherNearBy: z.number().int(),
    noneNearBy: z.number().int(),
  }),
  appeared: z.number().int().describe('Codes that are only there at the second moment'),
  listed: z.array(
    z.object({ code: z.string(), name: z.string(), town: z.string().optional(), what: z.enum(['renumbered', 'sameAddress', 'otherNearBy', 'noneNearBy']), other: z.object({ code: z.string(), name: z.string(), metres: z.number().int() }).nullable(), chance: z.number(), rank: z.number().int() }),
  ),
  outcomes: z.array(
    z.object({
      id: z.enum(['allCodes', 'trulyGone', 'noneNearBy']),
      cases: z.number().int(),
      scores: z.array(z.object({ id: z.enum(['risk', 'small', 'smallAndShrinking', 'crowded']), ...areaUnderCurveSchema.shape })),
      riskOverSmall: z.object({ difference: z.number(), lower95: z.number(), upper95: z.number() }),
    }),
  ),
  calibration: z.array(z.object({ from: z.number(), to: z.number(), schools: z.number().int(), meanChance: z.number(), gone: z.number().int(), goneShare: z.number() })),
  remarks: z.array(bilingualSchema),
  sources: z.array(z.string()),
})

export type SchoolListAnswer = z.infer<typeof schoolListSchema>
export type SchoolScenarioAnswer = z.infer<typeof schoolScenarioSchema>
export type ListedSchool = z.infer<typeof listedSchema>
export type SchoolDetailScenarioAnswer = z.infer<typeof schoolDetailScenarioSchema>
export type SchoolDetailAnswer = z.infer<typeof schoolDetailSchema>
export type SchoolBackTestAnswer = z.infer<typeof schoolBackTestSchema>
