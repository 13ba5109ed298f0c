/** Every page on the narrowest phone, or enlarged to 400 percent. */
import { checkPages } from './support/check-pages.ts'

checkPages(320)
