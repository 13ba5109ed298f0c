/** The rows of the table of errors about projections, and about plans that stand on them. */

export const PROJECTION_ERRORS = {
  projectionTablesMissing: {
    status: 404,
    title: { nl: 'Met deze cijfers kan geen prognose', en: 'These figures give no projection' },
    detail: { nl: 'Deze tabellen ontbreken in het datapakket: {subject}.', en: 'The data package lacks these tables: {subject}.' },
  },
  noProjectionForArea: {
    status: 404,
    title: { nl: 'Hiervan is er geen prognose', en: 'There is no projection of this' },
    detail: { nl: '{subject} bestaat nu niet, of er woont niemand.', en: '{subject} does not exist now, or nobody lives there.' },
  },
  scenarioInvalid: {
    status: 400,
    title: { nl: 'Dit scenario kan niet', en: 'The scenario is not possible' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  sitingInvalid: {
    status: 400,
    title: { nl: 'Deze vraag kan zo niet', en: 'This question is not possible' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
} as const
