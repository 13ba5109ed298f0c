/** The real server, killed without a chance to tidy up while signals come in. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { openRecords } from '#records/open-records.ts'
import { createRandom } from '#sources/fictional/random.ts'
import { runImport } from '#steps/import/run-import.ts'
import { writeTinyPackage } from '../support/tiny-package.ts'

const projectFolder = join(import.meta.dirname, '../..')
const MUNICIPALITY = 'GM9101'
const CLIENTS = 3
const ROUNDS = 4

const running = new Set<ChildProcess>()
afterAll(() => {
  for (const server of running) server.kill('SIGKILL')
})

async function startServer(environment: NodeJS.ProcessEnv): Promise<{ server: ChildProcess; url: string }> {
  const server = spawn(process.execPath, [join(projectFolder, 'src/main.ts')], { cwd: projectFolder, env: environment, stdio: ['ignore', 'pipe', 'inherit'] })
  running.add(server)
  let said = ''
  for await (const chunk of server.stdout ?? []) {
    said += String(chunk)
    const [, port] = /http:\/\/[^:]+:(\d+)/.exec(said) ?? []
    if (port !== undefined) return { server, url: `http://127.0.0.1:${port}` }
  }
  throw new Error(`the server did not start: ${said}`)
}

/** Sends one signal after another until the server is gone. */
async function sendUntilGone(url: string, acknowledge: (code: string) => void): Promise<void> {
  for (let number = 0; ; number++) {
    try {
      const answer = await fetch(`${url}/v1/signals`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ placeId: MUNICIPALITY, basic: 'safety', text: `Er is geen licht op straat, nummer ${number}.`, contact: 'els@example.org' }),
      })
      if (answer.status !== 201) throw new TypeError(`refused: ${answer.status} ${await answer.text()}`)
      acknowledge(((await answer.json()) as { code: string }).code)
    } catch (error) {
      if (error instanceof TypeError && error.message.startsWith('refused')) throw error
      return
    }
  }
}

test('every signal that was acknowledged before a kill is there after a restart, and the records are whole', async () => {
  const { home, location } = await writeTinyPackage()
  await runImport({ home, location })
  const environment = { ...process.env, TOPDORP_HOME: home, TOPDORP_DATAPACKAGE: location, TOPDORP_DATABASE: '', HOST: '127.0.0.1', PORT: '0' }
  const random = createRandom(9)
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const { server, url } = await startServer(environment)
    const before = acknowledged.length
    const first = Promise.withResolvers<void>()
    const acknowledge = (code: string) => {
      acknowledged.push(code)
      first.resolve()
    }
    const sending = Promise.all(Array.from({ length: CLIENTS }, () => sendUntilGone(url, acknowledge)))
    // On a busy machine the first answer may take longer than the wait that follows.
    await Promise.race([first.promise, sending])
    await sleep(random.between(150, 700))
    server.kill('SIGKILL')
    await once(server, 'exit')
    await sending
    running.delete(server)
    expect(acknowledged.length, 'signals came in before the kill').toBeGreaterThan(before)
  }
  const { server, url } = await startServer(environment)
  const answers = await Promise.all(acknowledged.map(async (code) => (await fetch(`${url}/v1/receipts/${code}`)).status))
  expect(answers.filter((status) => status !== 200)).toEqual([])
  server.kill('SIGTERM')
  expect((await once(server, 'exit'))[0]).toBe(0)
  running.delete(server)
  const records = await openRecords({ home, database: undefined })
  expect(await records.listFaults()).toEqual([])
  await records.close()
}, 120_000)
