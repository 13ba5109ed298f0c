#!/usr/bin/env node
// Runs the command line of Topdorp on the Node that the project brings along.
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const projectFolder = dirname(dirname(fileURLToPath(import.meta.url)))

function findNode() {
  try {
    return join(dirname(createRequire(import.meta.url).resolve('node/package.json')), 'bin/node')
  } catch {
    return undefined
  }
}

const node = findNode()
if (node === undefined || !existsSync(node)) {
  console.error(`Topdorp is nog niet geïnstalleerd. Doe eerst: cd ${projectFolder} && npm ci`)
  process.exit(1)
}
const result = spawnSync(node, [join(projectFolder, 'src/cli/main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
if (result.error) console.error(result.error.message)
process.exit(result.status ?? 1)
