/** Where a path in a data package leads: only to a URL, or to a file under the package's own folder (Frictionless Data Resource, "url-or-path"). */
import { realpath } from 'node:fs/promises'
import path from 'node:path'
import { SourceError } from '#domain/reader.ts'

/** A folder on this machine, or the URL that paths are relative to. */
export function isUrl(location: string): boolean {
  return /^https?:\/\//i.test(location)
}

const SCHEME = /^([a-z][a-z0-9+.-]+):/i
const ABSOLUTE = /^(?:[/\\~]|[a-z]:)/i

/**
 * The URL or absolute path of a location in a package at `baseLocation`.
 * Throws SourceError for absolute paths, paths that leave the package by `..`, and schemes other than http(s).
 */
export function resolveLocation(baseLocation: string, location: string): string {
  if (isUrl(location)) {
    if (URL.canParse(location)) return new URL(location).href
    throw refuse('location-invalid', location, 'is geen geldig webadres. Verbeter het in het datapakket', 'is not a valid web address. Correct it in the data package')
  }
  if (ABSOLUTE.test(location))
    throw refuse(
      'path-absolute',
      location,
      'is een absoluut pad. Een datapakket mag alleen bestanden in zijn eigen map noemen: schrijf het pad vanaf die map',
      'is an absolute path. A data package may only name files in its own folder: write the path from that folder',
    )
  const scheme = SCHEME.exec(location)?.[1]
  if (scheme !== undefined)
    throw refuse(
      'path-scheme',
      location,
      `begint met “${scheme}:”. Topdorp leest http en https, en bestanden in de map van het datapakket`,
      `begins with “${scheme}:”. Topdorp reads http and https, and files in the folder of the data package`,
    )
  if (location.split(/[/\\]/).includes('..')) throw outside(location)
  return isUrl(baseLocation) ? resolveUrl(baseLocation, location) : path.join(baseLocation, location)
}

function resolveUrl(baseLocation: string, location: string): string {
  const base = new URL('.', baseLocation)
  const resolved = URL.parse(location, base)
  if (resolved === null || resolved.origin !== base.origin || !resolved.pathname.startsWith(base.pathname)) throw outside(location)
  return resolved.href
}

/** Throws SourceError where a file, through a symbolic link, is not under the package's folder after all. */
export async function refuseLinkOutside(baseLocation: string, file: string, location: string): Promise<void> {
  const fromFolder = path.relative(await realpath(baseLocation), await realpath(file))
  if (fromFolder.split(path.sep)[0] === '..' || path.isAbsolute(fromFolder)) throw outside(location)
}

function outside(location: string): SourceError {
  return refuse(
    'path-outside-package',
    location,
    'leidt naar een plek buiten de map van het datapakket. Zet het bestand in die map',
    'leads to a place outside the folder of the data package. Put the file in that folder',
  )
}

function refuse(code: string, location: string, nl: string, en: string): SourceError {
  return new SourceError(code, location, { nl: `Het pad “${location}” ${nl}.`, en: `The path “${location}” ${en}.` })
}
