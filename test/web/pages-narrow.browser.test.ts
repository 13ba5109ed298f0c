/** Every page on the narrowest phone, or enlarged to 400 percent: on the screen, and what opens and closes on it. */
import { CLOSES } from './support/check-escape.ts'
import { ACCESSIBLE, FAULTLESS, FITS } from './support/check-shown.ts'
import { visitPages } from './support/visit-pages.ts'

visitPages(320, [FITS, ACCESSIBLE, CLOSES, FAULTLESS])
