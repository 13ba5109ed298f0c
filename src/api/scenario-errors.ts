/** The rows of the table of errors about scenarios and norms. */

export const SCENARIO_ERRORS = {
  scenarioRefused: {
    status: 400,
    title: { nl: 'Dit scenario kan hier niet', en: 'The scenario is not possible here' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  normsRefused: {
    status: 400,
    title: { nl: 'Deze normen kunnen niet', en: 'These norms are not possible' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
} as const
