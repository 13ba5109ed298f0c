/** Regions of daily life as tables and shapes for other programs. */
import type { DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { listAreaNames } from '#steps/see/catalogue.ts'
import { describeAreaFeatures, type FeatureFile } from '#steps/see/export-features.ts'
import { aboutSource, aboutStatistics, describeSource, provenanceColumns, say, toFileName, type ExportCell, type ExportColumn, type Language, type SourcedTable } from '#steps/see/export-table.ts'

export const REGION_TABLES = ['regions', 'neighbourhoods'] as const
export type RegionTable = (typeof REGION_TABLES)[number]

export function makeRegionTable(statistics: Statistics, answer: DailyRegionsAnswer, table: RegionTable, language: Language): SourcedTable {
  const source = describeSource(statistics.sources.filter(({ resource }) => answer.sources.includes(resource)), language)
  const { columns, rows } = table === 'regions' ? listRegionRows(answer, language) : listNeighbourhoodRows(statistics, answer, language)
  const title = nameTable(answer, table === 'regions' ? say(language, 'per regio', 'by region') : say(language, 'per buurt', 'by buurt'), language)
  return {
    title,
    fileName: `topdorp-${toFileName(title)}-${answer.year}`,
    language,
    source,
    columns: [...columns, ...provenanceColumns(language, 'firstRow')],
    rows: rows.map((row) => [...row, source.text, source.retrieved, source.licence]),
    about: [
      [say(language, 'Wat is dit', 'What this is'), say(language, `Gebieden waarbinnen mensen zo veel mogelijk blijven, van wat ze in ${answer.minutes} minuten met de auto bereiken.`, `Areas that people stay within as much as possible, of what they reach in ${answer.minutes} minutes by car.`)],
      [say(language, 'Let op', 'Please note'), say(language, 'Geschat met een model, geen telling van reizen. Geen officiële indeling.', 'Estimated by a model, not counted trips. No official division.')],
      ...answer.divisions.map((own): [string, string] => [own.name[language], say(language, `gelijkenis (adjusted Rand) ${own.adjustedRand}; variatie van informatie ${own.variationOfInformation} bit`, `adjusted Rand index ${own.adjustedRand}; variation of information ${own.variationOfInformation} bits`)]),
      ...aboutSource(source, language),
      ...aboutStatistics(statistics, language),
    ],
  }
}

const nameTable = ({ count }: DailyRegionsAnswer, by: string, language: Language): string => `${say(language, 'Leefregio’s', 'Regions of daily life')} (${count}), ${by}`

interface Rows {
  readonly columns: ExportColumn[]
  readonly rows: ExportCell[][]
}

function listRegionRows({ regions, divisions }: DailyRegionsAnswer, language: Language): Rows {
  return {
    columns: [
      { key: 'region', title: say(language, 'Regio', 'Region'), kind: 'text', width: 8 },
      { key: 'name', title: say(language, 'Naam', 'Name'), kind: 'text', width: 36 },
      { key: 'people', title: say(language, 'Inwoners', 'Inhabitants'), kind: 'number', width: 12 },
      { key: 'districts', title: say(language, 'Wijken', 'Wijken'), kind: 'number', width: 8 },
      { key: 'stays', title: say(language, 'Blijft binnen de regio (%)', 'Stays within (%)'), kind: 'number', width: 14 },
      { key: 'comesFromWithin', title: say(language, 'Komt uit de regio (%)', 'Comes from within (%)'), kind: 'number', width: 14 },
      { key: 'pieces', title: say(language, 'Losse delen', 'Pieces'), kind: 'number', width: 10 },
      { key: 'isIsland', title: say(language, 'Eiland', 'Island'), kind: 'text', width: 8 },
      ...divisions.flatMap(({ id, name }): ExportColumn[] => [
        { key: `${id}Parts`, title: `${name[language]}: ${say(language, 'waarin de regio ligt', 'the region lies in')}`, kind: 'text', width: 40 },
        { key: `${id}PeopleOutside`, title: `${name[language]}: ${say(language, 'inwoners buiten de grootste', 'inhabitants outside the largest')}`, kind: 'number', width: 14 },
      ]),
    ],
    rows: regions.map((region) => [
      region.id, region.name, region.people, region.districts, percent(region.stays), percent(region.comesFromWithin), region.pieces,
      region.isIsland ? say(language, 'ja', 'yes') : say(language, 'nee', 'no'),
      ...region.crossings.flatMap(({ parts, partCount, peopleOutsideLargest }): ExportCell[] => [
        parts.map(({ name, people }) => `${name} (${people})`).join('; ') + (partCount > parts.length ? '; …' : ''),
        peopleOutsideLargest,
      ]),
    ]),
  }
}

const percent = (share: number): number => Math.round(share * 1000) / 10

function listNeighbourhoodRows(statistics: Statistics, { year, regions, regionOfNeighbourhood }: DailyRegionsAnswer, language: Language): Rows {
  const areas = listAreaNames(statistics, 'neighbourhood', year)
  const people = statistics.findColumn('population', 'neighbourhood', year)?.values
  return {
    columns: [
      { key: 'areaCode', title: say(language, 'Code', 'Code'), kind: 'text', width: 12 },
      { key: 'areaName', title: say(language, 'Buurt', 'Buurt'), kind: 'text', width: 36 },
      { key: 'municipality', title: say(language, 'Gemeente', 'Municipality'), kind: 'text', width: 24 },
      { key: 'people', title: say(language, 'Inwoners', 'Inhabitants'), kind: 'number', width: 12 },
      { key: 'region', title: say(language, 'Regio', 'Region'), kind: 'text', width: 8 },
      { key: 'regionName', title: say(language, 'Naam van de regio', 'Name of the region'), kind: 'text', width: 36 },
    ],
    rows: areas.codes.map((code, at) => {
      const region = regions[regionOfNeighbourhood[at]!]!
      const own = people?.[statistics.getPosition(code)] ?? Number.NaN
      return [code, areas.names[at] ?? code, areas.municipalities[at] ?? '', Number.isNaN(own) ? null : own, region.id, region.name]
    }),
  }
}

/** The wijken that have a shape, each with its region: dissolving them by `region` gives the shapes of the regions. */
export function makeRegionFeatures(statistics: Statistics, answer: DailyRegionsAnswer, language: Language): FeatureFile {
  const all = statistics.listAreas('district')
  const districts = [...statistics.listPositions('district', answer.year)].map((position, at) => {
    const { code, name } = all[position]!
    const region = answer.regions[answer.regionOfDistrict[at]!]!
    return { code, properties: { code, name, region: region.id, regionName: region.name, year: answer.year } }
  })
  const table = makeRegionTable(statistics, answer, 'regions', language)
  return describeAreaFeatures(statistics, 'district', districts, { ...table, title: nameTable(answer, say(language, 'per wijk', 'by wijk'), language), fileName: `topdorp-leefregios-${answer.count}-${answer.year}` })
}
