/** The rows of the table of errors about facilities and regions of daily life. */

export const REACH_ERRORS = {
  noFacilities: {
    status: 404,
    title: { nl: 'Deze voorziening staat niet in de cijfers', en: 'No such facilities' },
    detail: { nl: 'Het ingelezen pakket heeft geen tabel met {subject}. Zie /v1/facility-types.', en: 'The package that was imported has no table of {subject}. See /v1/facility-types.' },
  },
  unknownFacility: {
    status: 404,
    title: { nl: 'Deze voorziening kennen we niet', en: 'Unknown facility' },
    detail: { nl: 'Er is geen voorziening van deze soort met nummer {subject}.', en: 'There is no facility of this kind with identifier {subject}.' },
  },
  noRegions: {
    status: 404,
    title: { nl: 'Hier zijn geen leefregio’s van te maken', en: 'No regions of daily life' },
    detail: { nl: 'Het ingelezen pakket heeft geen wijken met inwoners waarvan de plek bekend is.', en: 'The package that was imported has no districts with inhabitants and a known place.' },
  },
} as const
