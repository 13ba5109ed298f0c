/** All Dutch text of the site, by page. The English catalogue has the same shape, which the compiler checks. */
import { common } from '#web/messages/nl/common.ts'
import { data } from '#web/messages/nl/data.ts'
import { distances } from '#web/messages/nl/distances.ts'
import { indexTexts } from '#web/messages/nl/index-texts.ts'
import { job } from '#web/messages/nl/job.ts'
import { methods } from '#web/messages/nl/methods.ts'
import { norms } from '#web/messages/nl/norms.ts'
import { outlook } from '#web/messages/nl/outlook.ts'
import { pages } from '#web/messages/nl/pages.ts'
import { place } from '#web/messages/nl/place.ts'
import { prose } from '#web/messages/nl/prose.ts'
import { schools } from '#web/messages/nl/schools.ts'
import { reach } from '#web/messages/nl/reach.ts'
import { regions } from '#web/messages/nl/regions.ts'
import { report } from '#web/messages/nl/report.ts'
import { regionOutlook } from '#web/messages/nl/region-outlook.ts'
import { scenarios } from '#web/messages/nl/scenarios.ts'
import { selection } from '#web/messages/nl/selection.ts'
import { siting } from '#web/messages/nl/siting.ts'
import { signals } from '#web/messages/nl/signals.ts'

export const nl = { ...common, ...data, ...pages, distances, index: indexTexts, methods, outlook, place, report, prose, regionOutlook, selection, signals, job, reach, regions, siting, scenarios, schools, norms }

export type Messages = typeof nl
