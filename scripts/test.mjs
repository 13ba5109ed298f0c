// `npm test`: installs what is needed, then runs every check. No dependencies; runs on the Node of the machine (20 or newer).
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { installWhenNeeded, projectFolder, projectNode } from './prepare.mjs'

installWhenNeeded()

const result = spawnSync(projectNode, [join(projectFolder, 'scripts/test.ts'), ...process.argv.slice(2)], { stdio: ['ignore', 'inherit', 'inherit'], cwd: projectFolder })
if (result.error) console.error(result.error.message)
process.exit(result.status ?? 1)
