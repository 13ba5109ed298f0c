// `npm run build`: the site, when it is not up to date.
import { buildSiteWhenStale, installWhenNeeded } from './prepare.mjs'

installWhenNeeded()
buildSiteWhenStale()
