/** Prints what reading a data package costs: `node measure-reading.ts <folder> [part of the resource names]`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataPackageSchema } from '#domain/data-package.ts'
import { findReader } from '#sources/readers.ts'
import { filesBelow } from './local-files.ts'

const [folder = '.', only = ''] = process.argv.slice(2)
const { resources } = dataPackageSchema.parse(JSON.parse(readFileSync(join(folder, 'datapackage.json'), 'utf8')))
const files = filesBelow(folder)
const kept: unknown[] = []
const secondsOf = new Map<string, number>()
for (const resource of resources.filter(({ name }) => name.includes(only))) {
  const started = performance.now()
  kept.push(await findReader(resource.reader)?.read(resource, files, { add: () => undefined }))
  secondsOf.set(resource.reader, (secondsOf.get(resource.reader) ?? 0) + (performance.now() - started) / 1000)
}
for (const [reader, seconds] of secondsOf) console.log(`${reader.padEnd(16)}${seconds.toFixed(2).padStart(6)} s`)
console.log(`peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB, with all ${kept.length} results kept in memory`)
