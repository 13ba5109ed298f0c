/** A server as `npm start` makes it, in a process of its own, that tells how busy it was and what it holds. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SERVER_FLAGS, SERVER_MEMORY } from '../../scripts/server-flags.mjs'
import type { Watched } from './watch.ts'
import { findFreePort } from './free-port.ts'

const root = join(import.meta.dirname, '../..')

export interface WatchedServer {
  /** What was asked, as text. Throws where the answer is a refusal. `body` is sent by POST. */
  ask(path: string, body?: object): Promise<string>
  /** Since the last time. With `collect`, garbage is gone first. */
  watch(collect?: 'collect'): Promise<Watched>
  stop(): Promise<void>
}

/** On figures that were imported: TOPDORP_HOME. @param flags of Node, after those of `npm start` */
export async function startServer(flags: readonly string[] = []): Promise<WatchedServer> {
  if (process.env['TOPDORP_HOME'] === undefined) throw new Error('set TOPDORP_HOME to a folder with imported figures')
  const port = await findFreePort()
  const address = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [...SERVER_FLAGS, ...flags, '--import', join(import.meta.dirname, 'watch.ts'), join(root, 'src/main.ts')], {
    cwd: root, env: { ...process.env, PORT: String(port), ...SERVER_MEMORY, NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/topdorp') }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const ask: WatchedServer['ask'] = async (path, body) => {
    const answer = await fetch(address + path, body && { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${text.slice(0, 500)}`)
    return text
  }
  while (!(await ask('/v1/status').then(() => true, () => false))) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    await wait(50)
  }
  return {
    ask,
    async watch(collect) {
      child.send(collect ?? 'now')
      const [watched] = (await once(child, 'message')) as [Watched]
      return watched
    },
    async stop() {
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}
