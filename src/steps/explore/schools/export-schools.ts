/** Schools as a table for a file, and as points for a map. */
import type { ListedSchool, SchoolListAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { roundPupils } from '#steps/explore/schools/school-chances.ts'
import { describeFeatures, type FeatureFile } from '#steps/see/export-features.ts'
import { aboutSource, aboutStatistics, describeSource, provenanceColumns, say, toFileName, type AboutLine, type Language, type SourcedTable } from '#steps/see/export-table.ts'
import { roundPoint } from '#steps/see/write-geojson.ts'

/** One row a school; under a scenario with the base beside it. */
export function makeSchoolTable(statistics: Statistics, answer: SchoolListAnswer | SchoolScenarioAnswer, language: Language): SourcedTable {
  const source = describeSource(statistics.sources.filter(({ resource }) => answer.sources.includes(resource)), language)
  const under = 'scenario' in answer ? answer : undefined
  const title = `${say(language, 'Basisscholen', 'Primary schools')}${answer.area ? ` ${answer.area.name}` : ''}, ${answer.year}${under ? `, ${under.scenario.name}` : ''}`
  const text = (key: string, nl: string, en: string, width = 20) => ({ key, title: say(language, nl, en), kind: 'text' as const, width })
  const number = (key: string, nl: string, en: string, width = 14) => ({ key, title: say(language, nl, en), kind: 'number' as const, width })
  return {
    title,
    fileName: `topdorp-${toFileName(title)}`,
    language,
    source,
    columns: [
      text('code', 'Code', 'Code', 10), text('name', 'School', 'School', 34), text('town', 'Plaats', 'Town'), text('municipality', 'Gemeente', 'Municipality'),
      number('longitude', 'Lengtegraad', 'Longitude'), number('latitude', 'Breedtegraad', 'Latitude'),
      number('pupils', 'Leerlingen geteld', 'Pupils counted'),
      text('justOpened', 'Net begonnen', 'Just begun', 12),
      number('expected', `Verwacht in ${answer.year}`, `Expected in ${answer.year}`),
      ...(under ? [number('expectedBase', `Verwacht in ${answer.year}, zonder scenario`, `Expected in ${answer.year}, without the scenario`), number('expectedDifference', 'Verschil door het scenario', 'Difference made by the scenario')] : []),
      number('lower80', 'Ondergrens 80%', 'Lower 80%'), number('upper80', 'Bovengrens 80%', 'Upper 80%'),
      number('municipalNorm', 'Norm van de gemeente', 'Norm of the municipality'),
      number('chanceNational', 'Kans op minder dan 23', 'Chance of fewer than 23'),
      number('chanceMunicipal', 'Kans op minder dan de norm van de gemeente', 'Chance of fewer than the municipal norm'),
      number('chanceSmall', 'Kans op minder dan 100', 'Chance of fewer than 100'),
      ...(under ? [number('chance', 'Kans op minder dan de gekozen norm', 'Chance of fewer than the chosen norm'), number('chanceBase', 'Kans op minder dan de gekozen norm, zonder scenario', 'Chance of fewer than the chosen norm, without the scenario')] : []),
      number('belowFrom', 'Verwacht onder de gekozen norm vanaf', 'Expected below the chosen norm from'),
      text('nearest', 'Dichtstbijzijnde andere school', 'Nearest other school', 34), number('cycleMinutes', 'Minuten fietsen daarheen', 'Minutes by bicycle to it'),
      ...provenanceColumns(language, 'firstRow'),
    ],
    rows: answer.schools.map((school, at) => [
      school.code, school.name, school.town ?? '', school.municipality?.name ?? '', ...roundPoint(school.point), school.pupils, school.justOpened ? say(language, 'ja', 'yes') : say(language, 'nee', 'no'), school.expected,
      ...(under ? [under.schools[at]!.base.expected, subtract(school.expected, under.schools[at]!.base.expected)] : []), school.lower80, school.upper80, school.municipalNorm,
      school.chances.national, school.chances.municipal, school.chances.small, ...(under ? [school.chance, under.schools[at]!.base.chance] : []), school.belowFrom, school.nearest?.name ?? '', school.nearest?.cycleMinutes ?? null, source.text, source.retrieved, source.licence,
    ]),
    about: [
      [say(language, 'Let op', 'Please note'), say(language, 'Geschat met een model, geen telling.', 'Estimated by a model, not counted.')],
      ...(under ? describeTotals(under, language) : []),
      ...answer.remarks.map((remark): [string, string] => [say(language, 'Opmerking', 'Remark'), remark[language]]),
      ...aboutSource(source, language),
      ...aboutStatistics(statistics, language),
    ],
  }
}

const subtract = (expected: number | null, base: number | null): number | null => (expected === null || base === null ? null : roundPupils(expected - base))

function describeTotals({ total, base, scenario, year }: SchoolScenarioAnswer, language: Language): AboutLine[] {
  const write = ({ schools, expected, expectedBelow }: SchoolListAnswer['total']) =>
    say(language, `${schools} scholen, ${Math.round(expected)} leerlingen verwacht in ${year}, ${expectedBelow} scholen onder de norm`, `${schools} schools, ${Math.round(expected)} pupils expected in ${year}, ${expectedBelow} schools below the norm`)
  return [
    ['Scenario', scenario.name],
    [say(language, 'Met het scenario', 'With the scenario'), write(total)],
    [say(language, 'Zonder het scenario', 'Without the scenario'), write(base.total)],
    ...(scenario.withoutSchool > 0 ? [[say(language, 'Leerlingen zonder school in de buurt', 'Pupils without a school in reach'), Math.round(scenario.withoutSchool)] as const] : []),
  ]
}

/** A point a school, with what the list says of it. */
export function makeSchoolFeatures(statistics: Statistics, answer: SchoolListAnswer | SchoolScenarioAnswer, language: Language): FeatureFile {
  const describe = ({ point: _, ...properties }: ListedSchool) => properties
  const features = answer.schools.map((school) => ({ type: 'Feature' as const, id: school.code, geometry: { type: 'Point' as const, coordinates: [...school.point] }, properties: describe(school) }))
  return describeFeatures(makeSchoolTable(statistics, answer, language), features)
}
