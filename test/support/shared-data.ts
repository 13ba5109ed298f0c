/** The folder with real data that some tests read, where there is one. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const projectFolder = resolve(import.meta.dirname, '../..')
const sharedFolder = resolve(projectFolder, process.env['TOPDORP_SHARED'] ?? '../shared')

/** Absolute path of the folder that holds `datapackage.json`, or undefined on a machine without the real data. */
export const sharedData: string | undefined = existsSync(join(sharedFolder, 'data/datapackage.json')) ? join(sharedFolder, 'data') : undefined
