// Runs the server, and starts it again when it fell over while it served. Nothing but Node itself.
import { spawn } from 'node:child_process'

/** So often within so long: then something is wrong that starting again does not help. */
const MOST_RESTARTS = 3
const RESTARTS_MS = 10 * 60_000
/** Who falls over sooner fell at its start, and would again. */
const SERVED_MS = 10_000
/** How a process ends that ran out of memory: of its own bound, or of the machine's. */
const FALLS = ['SIGABRT', 'SIGKILL', 'SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGTRAP']

/**
 * Resolves with the code to end with, once the program ended by itself, was asked to end, or fell over too often.
 * @param {string} command
 * @param {readonly string[]} words
 * @param {import('node:child_process').SpawnOptions} options
 * @param {{ servedMs?: number, say?: (line: string) => void }} [settings]
 * @returns {Promise<number>}
 */
export function keepServing(command, words, options, { servedMs = SERVED_MS, say = console.error } = {}) {
  const falls = []
  let child
  let isAsked = false
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      isAsked = true
      child.kill(signal)
    })
  }
  return new Promise((resolve, reject) => {
    const start = () => {
      const started = Date.now()
      child = spawn(command, words, options)
      child.on('error', reject)
      child.on('exit', (code, signal) => {
        // Beneath some shells and containers a signal arrives as 128 and its number.
        const fell = FALLS.includes(signal) || code === 134 || code === 137
        const recent = falls.filter((moment) => Date.now() - moment < RESTARTS_MS)
        if (!fell || isAsked || Date.now() - started < servedMs || recent.length >= MOST_RESTARTS) return resolve(signal ? 1 : (code ?? 1))
        falls.push(Date.now())
        say(`De server viel om (${signal ?? code}), waarschijnlijk door te weinig geheugen. Hij start opnieuw. Berekeningen die bezig waren zijn weg; wat mensen invoerden is bewaard.`)
        start()
      })
    }
    start()
  })
}
