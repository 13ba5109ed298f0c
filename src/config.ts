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
  /** `postgres://…` for what people enter; undefined for a file in `home`. */
  readonly database: string | undefined
  /** Who runs this installation and how to reach them, for the page about privacy. */
  readonly operator: string | undefined
  /** Behind a proxy that sets X-Forwarded-For and X-Forwarded-Proto. */
  readonly trustProxy: boolean
  /** Where people find the site, for links that are given to them. */
  readonly address: string
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
  const port = readPort(environment['PORT'])
  return {
    port,
    host: environment['HOST']?.trim() || '127.0.0.1',
    home: resolve(projectFolder, environment['TOPDORP_HOME']?.trim() || '.topdorp'),
    dataPackage: readPackage(environment['TOPDORP_DATAPACKAGE'], projectFolder),
    securityContact: environment['TOPDORP_SECURITY_CONTACT']?.trim() || undefined,
    database: readDatabase(environment['TOPDORP_DATABASE']),
    operator: environment['TOPDORP_OPERATOR']?.trim() || undefined,
    trustProxy: readSwitch('TOPDORP_TRUST_PROXY', environment['TOPDORP_TRUST_PROXY']),
    address: readAddress(environment['TOPDORP_ADDRESS'], `http://localhost:${port}`),
  }
}

function readDatabase(text: string | undefined): string | undefined {
  const address = text?.trim()
  if (!address) return undefined
  if (/^postgres(ql)?:\/\//.test(address) && URL.canParse(address)) return address
  // Not the value itself: it may hold a password.
  throw new ConfigError({
    nl: 'TOPDORP_DATABASE moet beginnen met postgres://, zoals postgres://gebruiker:wachtwoord@server/topdorp. Laat het weg voor een bestand in TOPDORP_HOME.',
    en: 'TOPDORP_DATABASE must begin with postgres://, such as postgres://user:password@server/topdorp. Leave it out for a file in TOPDORP_HOME.',
  })
}

function readSwitch(name: string, text: string | undefined): boolean {
  const value = text?.trim() ?? ''
  if (['', '0'].includes(value)) return false
  if (value === '1') return true
  throw new ConfigError({ nl: `${name} is "${value}". Dat moet 1 (aan) of 0 (uit) zijn.`, en: `${name} is "${value}". It must be 1 (on) or 0 (off).` })
}

function readAddress(text: string | undefined, usual: string): string {
  const address = text?.trim().replace(/\/$/, '')
  if (!address) return usual
  if (/^https?:\/\//.test(address) && URL.canParse(address)) return address
  throw new ConfigError({
    nl: `TOPDORP_ADDRESS is "${address}". Dat moet het adres van de site zijn, zoals https://topdorp.example.nl.`,
    en: `TOPDORP_ADDRESS is "${address}". It must be the address of the site, such as https://topdorp.example.nl.`,
  })
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
