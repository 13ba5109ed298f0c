/** Every page on a desk: on the screen, by the Tab key and on paper. */
import { SHOWS_FOCUS } from './support/check-focus.ts'
import { PRINTS } from './support/check-paper.ts'
import { ACCESSIBLE, FAULTLESS, FITS } from './support/check-shown.ts'
import { IS_PICTURED } from './support/take-picture.ts'
import { visitPages } from './support/visit-pages.ts'

visitPages(1280, [FITS, ACCESSIBLE, ...IS_PICTURED, SHOWS_FOCUS, PRINTS, FAULTLESS])
