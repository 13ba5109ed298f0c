/** `topdorp regions`: regions of daily life, and how they differ from official divisions. */
import type { DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import { FEWEST_REGIONS, MOST_REGIONS, USUAL_REGIONS } from '#domain/region-counts.ts'
import { getDailyRegions } from '#steps/explore/regions/daily-regions.ts'
import { makeRegionFeatures, makeRegionTable } from '#steps/explore/regions/export-regions.ts'
import { RFC_4180, writeCsv } from '#steps/see/export-csv.ts'
import { SeeError } from '#steps/see/problems.ts'
import { writeGeoJson } from '#steps/see/write-geojson.ts'
import { CommandError, EXIT, misuse, type Command, type CommandInput, type ExitCode, type Language } from '#cli/command.ts'
import { openFigures } from '#cli/open-figures.ts'
import { formatNumber, layOut } from '#cli/words.ts'

const FLAGS = ['csv', 'buurten', 'geojson'] as const

export const regionsCommand: Command = {
  name: 'regions',
  summary: { nl: 'maakt leefregio’s van wat mensen in 45 minuten bereiken', en: 'makes regions of daily life from what people reach in 45 minutes' },
  positionals: [],
  options: {
    count: { type: 'string', value: 'n', help: { nl: `hoeveel regio’s, ${FEWEST_REGIONS} tot ${MOST_REGIONS}; anders ${USUAL_REGIONS}`, en: `how many regions, ${FEWEST_REGIONS} to ${MOST_REGIONS}; otherwise ${USUAL_REGIONS}` } },
    csv: { type: 'boolean', help: { nl: 'een regel per regio, als CSV (RFC 4180)', en: 'a line for every region, as CSV (RFC 4180)' } },
    buurten: { type: 'boolean', help: { nl: 'een regel per buurt, met haar leefregio, als CSV (RFC 4180)', en: 'a line for every buurt, with its region, as CSV (RFC 4180)' } },
    geojson: { type: 'boolean', help: { nl: 'de wijken met hun regio, als GeoJSON', en: 'the districts with their region, as GeoJSON' } },
  },
  examples: ['topdorp regions', 'topdorp regions --count 30', 'topdorp regions --buurten > leefregios.csv', 'topdorp regions --geojson > leefregios.geojson'],
  run,
}

async function run(input: CommandInput): Promise<ExitCode> {
  const { flags, json, language, terminal } = input
  if (FLAGS.filter((flag) => flags[flag] === true).length + Number(json) > 1) throw misuse('Kies een van --json, --csv, --buurten en --geojson.', 'Choose one of --json, --csv, --buurten and --geojson.')
  const count = flags['count'] === undefined ? USUAL_REGIONS : Number(flags['count'])
  if (!Number.isInteger(count) || count < FEWEST_REGIONS || count > MOST_REGIONS) {
    throw misuse(`--count is een getal van ${FEWEST_REGIONS} tot en met ${MOST_REGIONS}, niet "${String(flags['count'])}".`, `--count is a number from ${FEWEST_REGIONS} to ${MOST_REGIONS}, not "${String(flags['count'])}".`)
  }
  const statistics = await openFigures(input)
  const answer = await getDailyRegions(statistics, count).catch((error: unknown) => {
    if (error instanceof SeeError) throw new CommandError({ nl: 'Deze cijfers hebben geen wijken met inwoners en een bekende plek.', en: 'These figures have no districts with inhabitants and a known place.' })
    throw error
  })
  if (json) terminal.print(JSON.stringify(answer, null, 1))
  else if (flags['geojson'] === true) terminal.print(writeGeoJson(makeRegionFeatures(statistics, answer, language).collection))
  else if (flags['csv'] === true || flags['buurten'] === true) terminal.print(writeCsv(makeRegionTable(statistics, answer, flags['buurten'] === true ? 'neighbourhoods' : 'regions', language), RFC_4180).trimEnd())
  else for (const line of describe(answer, language)) terminal.print(line)
  return EXIT.ok
}

function describe({ regions, divisions, minutes, year }: DailyRegionsAnswer, language: Language): string[] {
  const isDutch = language === 'nl'
  const percent = (share: number) => `${formatNumber(100 * share, language, 0)}%`
  const islands = regions.filter(({ isIsland }) => isIsland).length
  return [
    isDutch ? `Leefregio’s van ${minutes} minuten met de auto, ${year}: ${regions.length - islands} regio’s en ${islands} eilanden. Geschat met een model.` : `Regions of daily life of ${minutes} minutes by car, ${year}: ${regions.length - islands} regions and ${islands} islands. Estimated by a model.`,
    ...layOut(
      regions.map(({ id, name, people, stays, pieces, isIsland }) => [id, name, formatNumber(people, language, 0), isIsland ? (isDutch ? 'eiland' : 'island') : percent(stays), pieces === 1 ? '' : isDutch ? `in ${pieces} delen` : `in ${pieces} pieces`]),
      [2, 3],
    ),
    isDutch ? 'Tweede getal: deel van wat mensen bereiken dat binnen de regio ligt. Naast de officiële indelingen:' : 'Second figure: share of what people go to that lies within the region. Beside the official divisions:',
    ...layOut(
      divisions.map(({ name, parts, adjustedRand, variationOfInformation, regionsAcross, peopleAcross }) => [
        name[language], String(parts), `ARI ${formatNumber(adjustedRand, language, 2)}`, `VI ${formatNumber(variationOfInformation, language, 2)} bit`,
        isDutch ? `${regionsAcross} regio’s over een grens, ${formatNumber(peopleAcross, language, 0)} inwoners` : `${regionsAcross} regions across a border, ${formatNumber(peopleAcross, language, 0)} inhabitants`,
      ]),
      [1],
    ),
  ]
}
