/** The machine: Node, the home folder, room on the disk, the built site, the port. */
import { existsSync } from 'node:fs'
import { access, constants, mkdir, readFile, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { failed, passed, warned, type CheckResult } from '#cli/doctor/check.ts'

/** An import of the whole country takes about a tenth of this; the former version stays beside it. */
const ROOM_WANTED_BYTES = 2e9
const ROOM_NEEDED_BYTES = 3e8
const ANSWER_MS = 2000

export async function checkNode(projectFolder: string): Promise<CheckResult> {
  const { dependencies } = JSON.parse(await readFile(join(projectFolder, 'package.json'), 'utf8')) as { dependencies: { node: string } }
  const wanted = dependencies.node
  const found = process.versions.node
  if (found === wanted) return passed(`Node ${found}`, `Node ${found}`)
  return failed(
    { nl: `Node ${found} draait, maar Topdorp is gemaakt voor Node ${wanted}.`, en: `Node ${found} is running, but Topdorp is made for Node ${wanted}.` },
    { nl: 'Doe: npm ci. Gebruik daarna npm start of bin/topdorp.js.', en: 'Run: npm ci. Then use npm start or bin/topdorp.js.' },
  )
}

export async function checkHome(home: string): Promise<CheckResult> {
  try {
    await mkdir(home, { recursive: true })
    await access(home, constants.R_OK | constants.W_OK | constants.X_OK)
    return passed(`Map ${home}: lezen en schrijven kan`, `Folder ${home}: can be read and written`)
  } catch {
    return failed(
      { nl: `In de map ${home} kan Topdorp niet schrijven.`, en: `Topdorp cannot write in the folder ${home}.` },
      { nl: 'Geef schrijfrechten, of kies een andere map met TOPDORP_HOME.', en: 'Give it write permission, or choose another folder with TOPDORP_HOME.' },
    )
  }
}

export async function checkRoom(home: string): Promise<CheckResult> {
  const { bavail, bsize } = await statfs(existsSync(home) ? home : '.')
  const free = bavail * bsize
  const gigabytes = (free / 1e9).toFixed(1)
  const message = { nl: `Vrije ruimte op de schijf: ${gigabytes} GB`, en: `Free room on the disk: ${gigabytes} GB` }
  if (free >= ROOM_WANTED_BYTES) return passed(message.nl, message.en)
  const wayOut = { nl: 'Maak 2 GB vrij, of kies een andere schijf met TOPDORP_HOME.', en: 'Free 2 GB, or choose another disk with TOPDORP_HOME.' }
  return free >= ROOM_NEEDED_BYTES ? warned(message, wayOut) : failed(message, wayOut)
}

export async function checkSite(projectFolder: string): Promise<CheckResult> {
  if (existsSync(join(projectFolder, 'dist/site/index.html'))) return passed('De website is gebouwd', 'The site is built')
  return warned({ nl: 'De website is nog niet gebouwd.', en: 'The site is not built yet.' }, { nl: 'Dat doet npm start, of: npm run build', en: 'npm start does that, or: npm run build' })
}

export async function checkPort(port: number, host: string): Promise<CheckResult> {
  if (await canListen(port, host)) return passed(`Poort ${port} is vrij`, `Port ${port} is free`)
  if (await isTopdorp(port)) return passed(`Topdorp draait al op poort ${port}`, `Topdorp is running already on port ${port}`)
  return failed(
    { nl: `Poort ${port} is in gebruik bij een ander programma, of mag niet.`, en: `Port ${port} is taken by another program, or not allowed.` },
    { nl: `Stop dat programma, of kies een andere poort: PORT=${port + 1} npm start`, en: `Stop that program, or choose another port: PORT=${port + 1} npm start` },
  )
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () => resolve(false))
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}

async function isTopdorp(port: number): Promise<boolean> {
  try {
    const answer = await fetch(`http://localhost:${port}/v1/status`, { signal: AbortSignal.timeout(ANSWER_MS) })
    return answer.ok && 'packageName' in ((await answer.json()) as object)
  } catch {
    return false
  }
}
