/** All English text of the site; its shape is that of the Dutch catalogue. */
import type { Messages } from '#web/messages/nl/index.ts'
import { common } from '#web/messages/en/common.ts'
import { data } from '#web/messages/en/data.ts'
import { indexTexts } from '#web/messages/en/index-texts.ts'
import { job } from '#web/messages/en/job.ts'
import { methods } from '#web/messages/en/methods.ts'
import { norms } from '#web/messages/en/norms.ts'
import { outlook } from '#web/messages/en/outlook.ts'
import { pages } from '#web/messages/en/pages.ts'
import { place } from '#web/messages/en/place.ts'
import { prose } from '#web/messages/en/prose.ts'
import { schools } from '#web/messages/en/schools.ts'
import { reach } from '#web/messages/en/reach.ts'
import { regions } from '#web/messages/en/regions.ts'
import { report } from '#web/messages/en/report.ts'
import { regionOutlook } from '#web/messages/en/region-outlook.ts'
import { scenarios } from '#web/messages/en/scenarios.ts'
import { selection } from '#web/messages/en/selection.ts'
import { siting } from '#web/messages/en/siting.ts'
import { signals } from '#web/messages/en/signals.ts'

export const en: Messages = { ...common, ...data, ...pages, index: indexTexts, methods, outlook, place, report, prose, regionOutlook, selection, signals, job, reach, regions, siting, scenarios, schools, norms }

