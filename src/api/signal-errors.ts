/** The rows of the table of errors about signals, and about those who handle them. */

export const SIGNAL_ERRORS = {
  unknownSignal: {
    status: 404,
    title: { nl: 'Dit signaal is er niet', en: 'There is no such signal' },
    detail: { nl: 'Er is geen signaal {subject}, of het is niet geplaatst.', en: 'There is no signal {subject}, or it is not published.' },
  },
  unknownReceipt: {
    status: 404,
    title: { nl: 'Deze code kennen we niet', en: 'Unknown code' },
    detail: {
      nl: 'Kijk of u alle zestien letters en cijfers hebt overgenomen. De code staat op de bevestiging van uw signaal.',
      en: 'See whether you copied all sixteen letters and digits. The code is on the confirmation of your signal.',
    },
  },
  areaIsNoMore: {
    status: 400,
    title: { nl: 'Dit gebied bestaat niet meer', en: 'This area is no more' },
    detail: { nl: '{subject}', en: '{subject}' },
  },
  placeTooLarge: {
    status: 400,
    title: { nl: 'Dit gebied is te groot', en: 'This area is too large' },
    detail: { nl: '{subject} is te groot voor een signaal. Kies een dorp, buurt, wijk of gemeente.', en: '{subject} is too large for a signal. Choose a village, neighbourhood, district or municipality.' },
  },
  looksAutomatic: {
    status: 400,
    title: { nl: 'Dit lijkt door een programma verstuurd', en: 'This looks sent by a program' },
    detail: {
      nl: 'Laat het veld "website" leeg, en neem een paar tellen de tijd. Verstuur daarna opnieuw.',
      en: 'Leave the field "website" empty, and take a few seconds. Then send again.',
    },
  },
  tooManySignals: {
    status: 429,
    title: { nl: 'Te veel signalen achter elkaar', en: 'Too many signals in a row' },
    detail: { nl: 'U kunt over {subject} weer iets versturen. Uw tekst blijft staan.', en: 'You can send again in {subject}. Your text stays.' },
  },
  signInFirst: {
    status: 401,
    title: { nl: 'Meld u eerst aan', en: 'Sign in first' },
    detail: { nl: 'Open uw aanmeldlink, of vraag de beheerder om een nieuwe.', en: 'Open your sign-in link, or ask the operator for a new one.' },
  },
  linkUsedUp: {
    status: 401,
    title: { nl: 'Deze link werkt niet meer', en: 'This link no longer works' },
    detail: { nl: 'Een link werkt één keer en hooguit een dag. Vraag de beheerder om een nieuwe.', en: 'A link works once, and for a day at most. Ask the operator for a new one.' },
  },
  stepNotPossible: {
    status: 409,
    title: { nl: 'Deze stap kan nu niet', en: 'Not possible now' },
    detail: {
      nl: 'Signaal {subject} heeft een andere status dan voor deze stap nodig is, of is gewist. Plaats het eerst, of kijk wie het net behandelde.',
      en: 'Signal {subject} has another status than this step needs, or was erased. Publish it first, or see who just handled it.',
    },
  },
  noContact: {
    status: 404,
    title: { nl: 'Er zijn geen contactgegevens', en: 'There are no contact details' },
    detail: { nl: 'Bij signaal {subject} zijn geen contactgegevens, of ze zijn gewist.', en: 'Signal {subject} has no contact details, or they were erased.' },
  },
} as const
