// `npm test`: whatever is needed is done first, then every check. No dependencies; runs on the Node of the machine (20 or newer).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { buildSiteWhenStale, installWhenNeeded, projectFolder, projectNode } from './prepare.mjs'

installWhenNeeded()
buildSiteWhenStale()

const result = spawnSync(projectNode, [join(projectFolder, 'scripts/test.ts'), ...process.argv.slice(2)], { stdio: ['ignore', 'inherit', 'inherit'], cwd: projectFolder })
if (result.error) console.error(result.error.message)
process.exit(result.status ?? 1)
