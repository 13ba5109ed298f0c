/** What is usual of births, for packages that do not say it. Their number is counted; only its spread over ages and sexes is assumed. */
import type { Finding } from '#domain/finding.ts'
import { AGE_COUNT, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'

/** Mothers in north-western Europe today: about 31 years old on average, two in three of them between 26 and 36. */
const [MEAN_AGE, DEVIATION, FIRST_AGE, LAST_AGE] = [31, 5, 15, 49] as const
/** Some 105 boys are born to 100 girls nearly everywhere and always. */
const BOYS_PER_GIRL = 1.05
/** Known at every jump-off. */
const ALWAYS = 1900

export function assumeMaternalAges(findings: Finding[]): ProjectionData['maternalAges'] {
  findings.push(describe('un-percentasfr-5', 'projection-mothers-assumed', `De leeftijden van moeders staan niet in het datapakket. Aangenomen is dat zij gemiddeld ${MEAN_AGE} jaar zijn.`, `The ages of mothers are not in the data package. They are taken to be ${MEAN_AGE} years old on average.`))
  const weights = Float64Array.from({ length: AGE_COUNT }, (_, age) => (age < FIRST_AGE || age > LAST_AGE ? 0 : Math.exp(-(((age + 0.5 - MEAN_AGE) / DEVIATION) ** 2) / 2)))
  const total = sum(weights)
  return new Map([[ALWAYS, weights.map((weight) => weight / total)]])
}

export function assumeBoysPerGirl(findings: Finding[]): ProjectionData['boysPerGirl'] {
  findings.push(describe('un-sexratio', 'projection-sex-ratio-assumed', 'Hoeveel jongens er op elk meisje geboren worden, staat niet in het datapakket. Aangenomen is 105 op 100.', 'How many boys are born to each girl is not in the data package. 105 to 100 is assumed.'))
  return new Map([[ALWAYS, BOYS_PER_GIRL]])
}

const describe = (resource: string, code: string, nl: string, en: string): Finding => ({ severity: 'info', code, resource, message: { nl, en } })
