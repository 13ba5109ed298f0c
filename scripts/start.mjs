// `npm start`: whatever is needed is done first. No dependencies; runs on the Node of the machine (18 or newer).
import { join } from 'node:path'
import { buildKernelsWhenStale } from './build-kernels.mjs'
import { keepServing } from './keep-serving.mjs'
import { buildSiteWhenStale, installWhenNeeded, projectFolder, projectNode } from './prepare.mjs'
import { SERVER_FLAGS, SERVER_MEMORY } from './server-flags.mjs'

installWhenNeeded()
buildKernelsWhenStale()
buildSiteWhenStale()

process.exit(await keepServing(projectNode, [...SERVER_FLAGS, join(projectFolder, 'src/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  cwd: projectFolder,
  // Types are stripped once and kept: the program is there in half the time.
  env: { ...SERVER_MEMORY, ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(projectFolder, 'node_modules/.cache/topdorp') },
}))
