/** The rows of the table of errors about schools. */

export const SCHOOL_ERRORS = {
  unknownSchool: {
    status: 404,
    title: { nl: 'Deze school kennen we niet', en: 'Unknown school' },
    detail: { nl: 'Er is geen basisschool met code {subject}. Zie /v1/schools.', en: 'There is no primary school with code {subject}. See /v1/schools.' },
  },
  oneMomentOfSchools: {
    status: 404,
    title: { nl: 'Terugkijken kan niet', en: 'Looking back is not possible' },
    detail: {
      nl: 'Om te kijken welke scholen dichtgingen zijn twee lijsten nodig. Het pakket heeft er {subject}.',
      en: 'To see which schools closed, two lists are needed. The package has {subject}.',
    },
  },
} as const
