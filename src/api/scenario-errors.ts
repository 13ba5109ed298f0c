/** The rows of the table of errors about scenarios. */

export const SCENARIO_ERRORS = {
  scenarioRefused: {
    status: 400,
    title: { nl: 'Dit scenario kan hier niet', en: 'The scenario is not possible here' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
} as const
