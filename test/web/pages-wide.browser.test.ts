/** Every page on a desk. */
import { checkPages } from './support/check-pages.ts'

checkPages(1280)
