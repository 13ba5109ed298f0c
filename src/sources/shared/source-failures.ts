/** Why a file cannot be used at all, in one table: what is the matter with it, and the way out. */
import { SourceError } from '#domain/reader.ts'

const FAILURES = {
  'file-unreadable': {
    nl: 'Het bestand kan niet worden gelezen. Controleer of het bestaat en of Topdorp het mag lezen.',
    en: 'The file cannot be read. Check that it exists and that Topdorp may read it.',
  },
  'file-empty': {
    nl: 'Het bestand is leeg. Haal het opnieuw op bij de uitgever.',
    en: 'The file is empty. Get it again from the publisher.',
  },
  'file-too-large': {
    nl: 'Het bestand is te groot om in één keer te lezen. Verdeel het, of vraag minder kolommen of rijen.',
    en: 'The file is too large to read at once. Split it, or ask for fewer columns or rows.',
  },
  'page-instead-of-data': {
    nl: 'Dit is een webpagina of XML, geen gegevens. Open het adres in een browser om te zien wat er staat.',
    en: 'This is a web page or XML, not data. Open the address in a browser to see what it says.',
  },
  'binary-instead-of-text': {
    nl: 'Dit is geen tekstbestand. Controleer of de lezer in het datapakket bij dit bestand past.',
    en: 'This is not a text file. Check that the reader in the data package fits this file.',
  },
  'json-truncated': {
    nl: 'Het bestand houdt halverwege op. Haal het opnieuw op bij de uitgever.',
    en: 'The file stops half-way. Get it again from the publisher.',
  },
  'json-invalid': {
    nl: 'Dit is geen geldige JSON. Haal het bestand opnieuw op, of controleer de lezer in het datapakket.',
    en: 'This is not valid JSON. Get the file again, or check the reader in the data package.',
  },
  'shape-of-file': {
    nl: 'Het bestand is anders opgebouwd dan deze lezer verwacht. Controleer de lezer en het adres in het datapakket.',
    en: 'The file is built differently from what this reader expects. Check the reader and the address in the data package.',
  },
  'service-answered-error': {
    nl: 'De dienst gaf een foutmelding in plaats van gegevens. Controleer het adres in het datapakket.',
    en: 'The service gave an error message instead of data. Check the address in the data package.',
  },
  'pages-endless': {
    nl: 'De dienst blijft naar dezelfde gegevens doorverwijzen. Er is niets van gebruikt; meld het aan de uitgever.',
    en: 'The service keeps leading to the same data. Nothing of it was used; tell the publisher.',
  },
  'column-missing': {
    nl: 'Een kolom die nodig is, ontbreekt. De uitgever kan hem een andere naam hebben gegeven.',
    en: 'A column that is needed is missing. The publisher may have renamed it.',
  },
  'rd-coordinates': {
    nl: 'De coördinaten zijn in het Rijksdriehoekstelsel (meters). Gebruik een bestand in lengte- en breedtegraden (WGS84).',
    en: 'The coordinates are in the Dutch national grid (RD, metres). Use a file in degrees of longitude and latitude (WGS84).',
  },
  'projected-coordinates': {
    nl: 'De coördinaten zijn geen graden. Gebruik een bestand in lengte- en breedtegraden (WGS84).',
    en: 'The coordinates are not degrees. Use a file in degrees of longitude and latitude (WGS84).',
  },
  'axes-swapped': {
    nl: 'Lengte- en breedtegraad zijn verwisseld. Gebruik een bestand waarin de lengtegraad eerst staat.',
    en: 'Longitude and latitude are swapped. Use a file that has longitude first.',
  },
  'csv-unreadable': {
    nl: 'De regels van het bestand zijn niet te scheiden in kolommen. Controleer de aanhalingstekens op de genoemde plaats.',
    en: 'The lines of the file cannot be split into columns. Check the quotes at the place named.',
  },
  'csv-no-usable-rows': {
    nl: 'Geen enkele regel heeft evenveel cellen als de kopregel. Controleer de kopregel en het scheidingsteken.',
    en: 'No line has as many cells as the header. Check the header and the delimiter.',
  },
  'columns-unexpected': {
    nl: 'Het bestand heeft niet de kolommen die deze uitgever beschrijft.',
    en: 'The file does not have the columns that this publisher describes.',
  },
  'osm-unreadable': {
    nl: 'Dit is geen kaart van OpenStreetMap in PBF, of hij is beschadigd. Haal hem opnieuw op bij de uitgever.',
    en: 'This is no OpenStreetMap file in PBF, or it is damaged. Get it again from the publisher.',
  },
  'osm-truncated': {
    nl: 'De kaart van OpenStreetMap houdt halverwege op. Haal hem opnieuw op bij de uitgever.',
    en: 'The OpenStreetMap file stops half-way. Get it again from the publisher.',
  },
  'zip-unreadable': {
    nl: 'Dit is geen geldig zip-bestand of werkboek. Haal het opnieuw op bij de uitgever.',
    en: 'This is not a valid zip file or workbook. Get it again from the publisher.',
  },
  'zip-too-large': {
    nl: 'Uitgepakt is dit bestand onredelijk groot. Het is niet gelezen. Gebruik het alleen als u de uitgever vertrouwt, en pak het zelf uit.',
    en: 'Unpacked, this file is unreasonably large. It was not read. Use it only if you trust the publisher, and unpack it yourself.',
  },
  'zip-without-data': {
    nl: 'In het zip-bestand zit geen bestand dat deze lezer kent.',
    en: 'The zip file holds no file that this reader knows.',
  },
  'workbook-old': {
    nl: 'Dit is een werkboek van een oude Excel, of met een wachtwoord. Sla het op als .xlsx zonder wachtwoord.',
    en: 'This is a workbook of an old Excel, or with a password. Save it as .xlsx without a password.',
  },
  'workbook-unreadable': {
    nl: 'Het werkboek kan niet worden gelezen. Open het in een rekenblad-programma en sla het opnieuw op.',
    en: 'The workbook cannot be read. Open it in a spreadsheet program and save it again.',
  },
  'workbook-without-table': {
    nl: 'In het werkboek is geen tabel met een kopregel gevonden.',
    en: 'No table with a header row was found in the workbook.',
  },
} as const

export type SourceFailure = keyof typeof FAILURES

/** The error for a file that cannot be used; `detail` says what exactly, in both languages alike or each in its own. */
export function createFailure(
  code: SourceFailure,
  location: string,
  detail?: string | { readonly nl: string; readonly en: string },
  cause?: unknown,
): SourceError {
  const { nl, en } = FAILURES[code]
  const added = typeof detail === 'string' ? { nl: detail, en: detail } : detail
  const messages = added ? { nl: `${nl} (${added.nl})`, en: `${en} (${added.en})` } : { nl, en }
  return new SourceError(code, location, messages, cause === undefined ? undefined : { cause })
}
