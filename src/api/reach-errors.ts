/** The rows of the table of errors about facilities and regions of daily life. */

export const REACH_ERRORS = {
  noFacilities: {
    status: 404,
    title: { nl: 'Deze voorziening staat niet in de cijfers', en: 'No such facilities' },
    detail: { nl: 'Het ingelezen pakket heeft geen tabel met {subject}. Zie /v1/facility-types.', en: 'The package that was imported has no table of {subject}. See /v1/facility-types.' },
  },
  noRegions: {
    status: 404,
    title: { nl: 'Hier zijn geen leefregio’s van te maken', en: 'No regions of daily life' },
    detail: { nl: 'Het ingelezen pakket heeft geen wijken met inwoners waarvan de plek bekend is.', en: 'The package that was imported has no districts with inhabitants and a known place.' },
  },
} as const
