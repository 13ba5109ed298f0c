/** A process of its own that makes the projection of the figures that are served, and keeps it beside them. Started by `projection-process.ts`. */
import { openStatistics } from '#statistics/open-statistics.ts'
import { keepContents } from '#steps/explore/forecast.ts'
import { readConfig } from './config.ts'
import { join } from 'node:path'

const statistics = await openStatistics(readConfig(process.env, join(import.meta.dirname, '..')).home)
if (statistics !== undefined) await keepContents(statistics)
