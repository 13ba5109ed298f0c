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
  scenarioNotKept: {
    status: 400,
    title: { nl: 'Dit scenario kunnen we niet bewaren', en: 'The scenario cannot be kept' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  unknownScenario: {
    status: 404,
    title: { nl: 'Dit scenario kennen we niet', en: 'Unknown scenario' },
    detail: { nl: 'Er is geen scenario {subject}, of de sleutel hoort er niet bij.', en: 'There is no scenario {subject}, or the secret is not its own.' },
  },
  scenarioErased: {
    status: 410,
    title: { nl: 'Dit scenario is weggehaald', en: 'The scenario was erased' },
    detail: { nl: 'Scenario {subject} is weggehaald door wie het maakte, of omdat niemand het nog gebruikte.', en: 'Scenario {subject} was erased by whoever made it, or since nobody used it any more.' },
  },
  scenarioFull: {
    status: 409,
    title: { nl: 'Dit scenario heeft te veel versies', en: 'The scenario has too many versions' },
    detail: { nl: 'Scenario {subject} kan geen versie meer krijgen. Maak er een kopie van.', en: 'Scenario {subject} can have no more versions. Make a copy of it.' },
  },
  tooManyScenarios: {
    status: 429,
    title: { nl: 'Te veel scenario’s achter elkaar', en: 'Too many scenarios in a row' },
    detail: { nl: 'Wacht {subject} en bewaar het dan opnieuw.', en: 'Wait {subject} and keep it then.' },
  },
} as const
