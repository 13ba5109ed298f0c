/** What the environment asks for. Every setting has a default; a bad value is named, with the way out. */
import { resolve } from 'node:path'

export interface Config {
  readonly port: number
  readonly host: string
  /** Folder in which Topdorp keeps its files. */
  readonly home: string
  /** File, folder or URL of a data package; undefined for the built-in one. */
  readonly dataPackage: string | undefined
  /** Where to report a vulnerability in this installation (`mailto:` or `https:`), for security.txt. */
  readonly securityContact: string | undefined
}

/** A setting that cannot be used; the message is for the user, in both languages. */
export class ConfigError extends Error {
  readonly messages: { readonly nl: string; readonly en: string }
  constructor(messages: { nl: string; en: string }) {
    super(messages.en)
    this.name = 'ConfigError'
    this.messages = messages
  }
}

/** Reads the settings. Relative paths are relative to `projectFolder`. Throws ConfigError. */
export function readConfig(environment: NodeJS.ProcessEnv, projectFolder: string): Config {
  return {
    port: readPort(environment['PORT']),
    host: environment['HOST']?.trim() || '127.0.0.1',
    home: resolve(projectFolder, environment['TOPDORP_HOME']?.trim() || '.topdorp'),
    dataPackage: readPackage(environment['TOPDORP_DATAPACKAGE'], projectFolder),
    securityContact: environment['TOPDORP_SECURITY_CONTACT']?.trim() || undefined,
  }
}

function readPort(text: string | undefined): number {
  if (text === undefined || text.trim() === '') return 4000
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port
  throw new ConfigError({
    nl: `PORT is "${text}". Dat moet een getal zijn van 0 tot en met 65535, zoals 4000.`,
    en: `PORT is "${text}". It must be a number from 0 to 65535, such as 4000.`,
  })
}

function readPackage(text: string | undefined, projectFolder: string): string | undefined {
  const location = text?.trim()
  if (!location) return undefined
  return /^https?:\/\//.test(location) ? location : resolve(projectFolder, location)
}
