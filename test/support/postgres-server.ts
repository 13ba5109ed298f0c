/** A PostgreSQL server of one's own, in a folder that is thrown away. Or the one that `TOPDORP_TEST_DATABASE` names. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'

const named = process.env['TOPDORP_TEST_DATABASE']
/** Where the programs of the server are, the newest version first. */
const programs = globSync('/usr/lib/postgresql/*/bin/initdb').sort().map((path) => path.replace(/\/initdb$/, '')).at(-1)

export const hasPostgres: boolean = named !== undefined || programs !== undefined
export const withoutPostgres = 'no PostgreSQL found: install it (apt-get install postgresql) or set TOPDORP_TEST_DATABASE'

export interface PostgresServer {
  /** Address of a new, empty database. */
  createDatabase(): Promise<string>
  stop(): Promise<void>
}

export async function startPostgres(): Promise<PostgresServer> {
  if (named !== undefined) return { createDatabase: () => createDatabase(named), stop: async () => {} }
  const folder = mkdtempSync(join(tmpdir(), 'topdorp-postgres-'))
  handOver(folder)
  const data = join(folder, 'data')
  const made = spawnSync(...asServerUser(join(programs ?? '', 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale', 'C']), { encoding: 'utf8', cwd: folder })
  if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr}`)
  const server = spawn(...asServerUser(join(programs ?? '', 'postgres'), ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off']), { stdio: 'ignore', cwd: folder })
  const address = `postgres:///postgres?host=${encodeURIComponent(folder)}&user=postgres`
  await waitFor(address, join(folder, '.s.PGSQL.5432'))
  return { createDatabase: () => createDatabase(address), stop: () => stop(server, folder, data) }
}

let counter = 0

async function createDatabase(address: string): Promise<string> {
  const name = `topdorp_test_${process.pid}_${counter++}`
  const client = new Client({ connectionString: address })
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const url = new URL(address)
  url.pathname = `/${name}`
  return url.href
}

/** The server refuses to run as root. */
function asServerUser(program: string, words: string[]): [string, string[]] {
  return userInfo().uid === 0 ? ['runuser', ['-u', 'postgres', '--', program, ...words]] : [program, words]
}

function handOver(folder: string): void {
  if (userInfo().uid !== 0) return
  const ids = spawnSync('id', ['-u', 'postgres'], { encoding: 'utf8' })
  chmodSync(folder, 0o755)
  chownSync(folder, Number(ids.stdout), Number(spawnSync('id', ['-g', 'postgres'], { encoding: 'utf8' }).stdout))
}

async function waitFor(address: string, socket: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    if (existsSync(socket)) {
      const client = new Client({ connectionString: address })
      try {
        await client.connect()
        await client.end()
        return
      } catch {
        // Not ready yet.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('PostgreSQL did not start within ten seconds')
}

async function stop(server: ChildProcess, folder: string, data: string): Promise<void> {
  const ended = new Promise((resolve) => server.once('exit', resolve))
  // Not the process that was started: that may be the one that changed the user.
  const [pid = ''] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  process.kill(Number(pid), 'SIGINT')
  await ended
  rmSync(folder, { recursive: true, force: true })
}
