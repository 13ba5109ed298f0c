/** A scenario that is sent: what is wrong with it is said in the words of whoever made it, beside the path of the field. */
import { describeIssue } from '#domain/describe-issue.ts'
import { scenarioDocumentSchema } from '#domain/scenario-document.ts'
import { introduceScenarioPlace } from '#domain/scenario-place.ts'
import type { DescribeIssue } from '#api/validate.ts'

/** For an endpoint that takes a scenario and nothing else. */
export const SCENARIO_BODY = { body: scenarioDocumentSchema, describeIssue: ((issue, raw) => describeIssue(issue, raw, introduceScenarioPlace)) satisfies DescribeIssue }

/** For one that takes a scenario under this name beside other fields. */
export const describeScenarioUnder = (name: 'scenario' | 'document'): DescribeIssue => (issue, raw) => (issue.path[0] === name ? describeIssue(issue, raw, introduceScenarioPlace) : undefined)
