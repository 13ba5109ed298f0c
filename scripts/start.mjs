// `npm start`: whatever is needed is done first. No dependencies; runs on the Node of the machine (18 or newer).
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildKernelsWhenStale } from './build-kernels.mjs'
import { buildSiteWhenStale, installWhenNeeded, projectFolder, projectNode } from './prepare.mjs'

installWhenNeeded()
buildKernelsWhenStale()
buildSiteWhenStale()

// Without these Node lets garbage pile up to more than 500 MB; what is really held is about 70 MB of objects and 75 MB of figures.
// Beyond the bound the server ends, so it is far above what was ever seen.
const memory = ['--max-old-space-size=512', '--max-semi-space-size=4']
const child = spawn(projectNode, [...memory, join(projectFolder, 'src/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: projectFolder,
  // Types are stripped once and kept: the program is there in half the time.
  env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(projectFolder, 'node_modules/.cache/topdorp') },
})
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
