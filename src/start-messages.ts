/** What the terminal says at a start. */
import type { Manifest } from '#statistics/contents.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { Erased } from '#steps/see/signals/erase-expired.ts'
import type { Config } from './config.ts'

const HOW_TO_LOAD = 'Echte cijfers laden: TOPDORP_DATAPACKAGE=<datapackage.json> npm start, of start opnieuw met internet.'

export function sayServing(config: Config, port: number, statistics: Statistics): void {
  const host = config.host === '127.0.0.1' || config.host === '0.0.0.0' || config.host === '::' ? 'localhost' : config.host
  console.log(`Cijfers: ${statistics.packageTitle.nl}, ingelezen ${statistics.importedAt.slice(0, 10)}, peiljaar ${statistics.referenceYear}.`)
  if (statistics.fictional) console.log(`LET OP: al deze cijfers zijn verzonnen. ${HOW_TO_LOAD}`)
  console.log(`Topdorp staat klaar op http://${host}:${port}`)
}

export function sayFictional(): void {
  console.log('CBS, PDOK en GeoNames zijn nu niet bereikbaar. Topdorp toont daarom een verzonnen provincie.')
  console.log(HOW_TO_LOAD)
}

/** An import failed; what was imported before is served. */
export function sayFormerFigures(manifest: Manifest): void {
  console.log(`LET OP: het inlezen is niet gelukt. U ziet de cijfers die er al waren: ${manifest.packageTitle.nl} (${manifest.importedAt.slice(0, 10)}).`)
}

export function sayNoFigures(config: Config): void {
  console.error(`Er zijn geen cijfers om te tonen in ${config.home}. Bekijk de meldingen hierboven en probeer het opnieuw.`)
}

/** What was computed could not be written beside the figures. */
export function sayNotKept(error: unknown): void {
  console.error(`Wat Topdorp uitrekent (vooruitblik, straten) kon niet worden bewaard (${(error as Error).message}). Topdorp rekent dat nu na elke start opnieuw uit.`)
}

/** What was kept beside the figures is not as it was written. */
export function sayDamaged(path: string): void {
  console.error(`LET OP: ${path} is beschadigd. Topdorp rekent het opnieuw uit en bewaart het weer.`)
}

/** Personal data whose time was up. */
export function sayErased({ contacts, texts, accesses }: Erased): void {
  if (contacts + texts + accesses === 0) return
  console.log(`Gewist omdat de bewaartijd om is: ${contacts} × contactgegevens, ${texts} × tekst van een niet geplaatst signaal, ${accesses} regels van het inzagelogboek.`)
}
