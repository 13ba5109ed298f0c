// `npm run build`: the kernels of the engines and the site, when they are not up to date.
import { buildKernelsWhenStale } from './build-kernels.mjs'
import { buildSiteWhenStale, installWhenNeeded } from './prepare.mjs'

installWhenNeeded()
buildKernelsWhenStale()
buildSiteWhenStale()
