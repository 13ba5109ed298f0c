/** What of a scenario cannot be followed by this projection, in words that name the patch, the field and the way out. */
import type { AreaCode } from '#domain/area.ts'
import { makeFault, type Fault } from '#domain/fault.ts'
import { limitFaults } from '#domain/describe-issue.ts'
import type { PlannedHomes, ScenarioDocument, ScenarioDocumentPatch } from '#domain/scenario-document.ts'
import { SCENARIO_FIGURE_NAMES } from '#domain/scenario-figure-names.ts'
import { sayScenarioPlace } from '#domain/scenario-place.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { PreparedMunicipalities } from '#steps/explore/inputs/prepare-municipalities.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { findMunicipalities, isCount, isSmallArea } from '#steps/explore/scenario/scenario-areas.ts'
import { describeWhatBecame } from '#steps/see/what-became.ts'
import { findSmallAreaBase, findMembers } from '#steps/explore/small-area-base.ts'

/** Each takes two more runs of all municipalities. */
const MOST_SMALL_TARGETS = 5

/** Throws ProjectionError `scenarioInvalid` with all faults. */
export function checkScenario(statistics: Statistics, prepared: PreparedMunicipalities, document: ScenarioDocument, hasHouseholds: boolean): void {
  const faults = [
    ...(hasHouseholds ? [] : document.patches.flatMap(refuseHouseholds)),
    ...document.patches.flatMap((patch, at) => checkPatch(statistics, prepared, patch, `patches.${at}`)),
    ...(document.newHomes ?? []).flatMap((homes, at) => checkHomes(statistics, prepared, homes, `newHomes.${at}`)),
    ...checkTargets(document),
  ]
  if (faults.length > 0) throw new ProjectionError('scenarioInvalid', '', limitFaults(faults.map(sayScenarioPlace)))
}

const refuseHouseholds = ({ figure }: ScenarioDocumentPatch, at: number): Fault[] =>
  figure === 'headshipRates'
    ? [makeFault(`patches.${at}.figure`, `in deze cijfers zijn geen huishoudens geteld. Laat deze wijziging weg.`, `households are not counted in these figures. Leave this patch out.`)]
    : []

function checkPatch(statistics: Statistics, prepared: PreparedMunicipalities, patch: ScenarioDocumentPatch, field: string): Fault[] {
  return [...checkYears(patch.years, prepared.jumpOff, field), ...checkParts(patch, field), ...checkAreas(statistics, prepared, patch, field)]
}

function checkYears({ from, to }: { readonly from: number; readonly to: number }, jumpOff: number, field: string): Fault[] {
  if (from < jumpOff) {
    return [makeFault(
      `${field}.years.from`,
      `${from} is voor het begin van de prognose, 1 januari ${jumpOff}: wat toen gebeurde, is geteld. Kies ${jumpOff} of later.`,
      `${from} is before the projection begins, 1 January ${jumpOff}: what happened then was counted. Choose ${jumpOff} or later.`,
    )]
  }
  if (to >= from) return []
  return [makeFault(`${field}.years.to`, `${to} is voor het eerste jaar (${from}). Draai ze om.`, `${to} is before the first year (${from}). Turn them round.`)]
}

/** Fields that the figure does not have. */
function checkParts({ figure, sexes, ages, household, change }: ScenarioDocumentPatch, field: string): Fault[] {
  const lacks = (part: string, nl: string, en: string) =>
    makeFault(`${field}.${part}`, `“${SCENARIO_FIGURE_NAMES[figure].nl}” is niet ${nl} verdeeld. Laat dit weg.`, `“${SCENARIO_FIGURE_NAMES[figure].en}” is not by ${en}. Leave this out.`)
  return [
    ...(sexes && figure === 'fertilityRates' ? [lacks('sexes', 'naar geslacht', 'sex')] : []),
    ...(household && figure !== 'headshipRates' ? [lacks('household', 'naar soort huishouden', 'kind of household')] : []),
    ...(ages && ages.from > ages.to ? [makeFault(`${field}.ages.to`, `${ages.to} is minder dan de laagste leeftijd (${ages.from}). Draai ze om.`, `${ages.to} is less than the lowest age (${ages.from}). Turn them round.`)] : []),
    ...(figure === 'fertilityRates' && !('multiplyBy' in change) && (ages === undefined || ages.from === 0)
      ? [makeFault(`${field}.ages`, `kinderen van nul jaar krijgen geen kinderen. Noem de leeftijden van moeders, zoals 15 tot en met 49.`, `children of age zero have no children. Name the ages of mothers, such as 15 to 49.`)]
      : []),
  ]
}

function checkAreas(statistics: Statistics, prepared: PreparedMunicipalities, { areas = [], figure, change }: ScenarioDocumentPatch, field: string): Fault[] {
  const unknown = areas.filter((code) => !isProjected(statistics, prepared, code))
  if (unknown.length > 0) return unknown.map((code) => describeUnknown(statistics, `${field}.areas`, code, prepared.jumpOff))
  const small = areas.filter(isSmallArea)
  if (small.length === 0) return []
  const municipalities = new Set(areas.map((code) => (isSmallArea(code) ? statistics.findArea(code)!.parents.municipality : code)))
  if (small.length < areas.length || municipalities.size > 1) {
    return [makeFault(`${field}.areas`, `hier staan gebieden van meer gemeenten, of een wijk naast een gemeente. Maak een wijziging voor elke gemeente apart.`, `these are areas of several municipalities, or a district beside a municipality. Make a patch for each municipality.`)]
  }
  if (figure === 'headshipRates') {
    return [makeFault(`${field}.areas`, `hoe mensen samenwonen kan alleen voor een hele gemeente of groter gebied anders. Noem daar de gemeente.`, `household rates can be changed for a whole municipality or a larger area only. Name the municipality.`)]
  }
  if (isCount(figure) && 'setTo' in change) {
    return [makeFault(`${field}.change`, `in een wijk of buurt kan bij een aantal mensen alleen iets bij of af, of het kan zoveel keer zo groot worden; het kan niet op een getal gezet worden.`, `in a district or neighbourhood a number of people can be added to or multiplied only; it cannot be set.`)]
  }
  return []
}

function isProjected(statistics: Statistics, prepared: PreparedMunicipalities, code: AreaCode): boolean {
  if (!isSmallArea(code)) return findMunicipalities(statistics, prepared.data.codes, code).length > 0
  const area = statistics.findArea(code)
  const base = area?.parents.municipality === undefined ? undefined : findSmallAreaBase(statistics, prepared, area.parents.municipality)
  return base !== undefined && findMembers(base, code).some((at) => base.lived[at])
}

/** Of what is no more it says what it became. */
function describeUnknown(statistics: Statistics, field: string, code: AreaCode, jumpOff: number): Fault {
  const became = describeWhatBecame(statistics, code)
  const [nl, en] = became.nl === '' ? [' Zoek de code op met "topdorp areas" of op de pagina van de plaats.', ' Look the code up with "topdorp areas" or on the page of the place.'] : [became.nl, became.en]
  return makeFault(field, `er is op 1 januari ${jumpOff} geen bewoond gebied met code ${code}.${nl}`, `on 1 January ${jumpOff} there is no inhabited area with code ${code}.${en}`)
}

function checkHomes(statistics: Statistics, prepared: PreparedMunicipalities, { municipality, within, years }: PlannedHomes, field: string): Fault[] {
  const faults = checkYears(years, prepared.jumpOff, field)
  if (!prepared.data.codes.includes(municipality)) return [...faults, describeUnknown(statistics, `${field}.municipality`, municipality, prepared.jumpOff)]
  if (within === undefined) return faults
  if (!isProjected(statistics, prepared, within)) return [...faults, describeUnknown(statistics, `${field}.within`, within, prepared.jumpOff)]
  if (statistics.findArea(within)?.parents.municipality === municipality) return faults
  return [...faults, makeFault(`${field}.within`, `${nameCode(statistics, within)} ligt niet in ${nameCode(statistics, municipality)}. Noem de gemeente waarin de wijk of buurt ligt.`, `${nameCode(statistics, within)} is not in ${nameCode(statistics, municipality)}. Name the municipality that the district or neighbourhood lies in.`)]
}

const nameCode = (statistics: Statistics, code: AreaCode): string => `${statistics.findArea(code)?.name ?? ''} (${code})`

function checkTargets({ patches, newHomes = [] }: ScenarioDocument): Fault[] {
  const targets = new Set([...patches.map(({ areas = [] }) => areas.filter(isSmallArea).toSorted().join(' ')), ...newHomes.map(({ within = '' }) => within)].filter((own) => own !== ''))
  if (targets.size <= MOST_SMALL_TARGETS) return []
  return [makeFault(
    '',
    `Dit scenario verandert iets op ${targets.size} plekken met eigen wijken of buurten; hooguit ${MOST_SMALL_TARGETS} kan. Noem buurten waar hetzelfde gebeurt in een wijziging.`,
    `This scenario changes something in ${targets.size} places with districts or neighbourhoods of their own; at most ${MOST_SMALL_TARGETS} is possible. Name neighbourhoods in which the same happens in one patch.`,
  )]
}
