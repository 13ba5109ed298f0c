/** What a reader of a norm run must know: what was projected and how, and which parts of a scenario change nothing in it. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import { USUAL_MODE } from '#domain/norm-faults.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import type { MeasuredNorm, NormSide } from '#steps/explore/norms/measure-norm.ts'
import type { VillageSide } from '#steps/explore/norms/measure-villages.ts'
import { describeIdlePatches } from '#steps/explore/scenario/idle-patches.ts'
import { touchParts } from '#steps/explore/scenario/reach-scenario.ts'
import type { TravelScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { describeTouched } from '#steps/explore/scenario/touched-words.ts'
import { describeUnusedParts } from '#steps/explore/scenario/unused-parts.ts'

/** All norms held against the area, in one year and under one scenario or none. */
export interface MeasuredSide {
  readonly side: NormSide
  readonly norms: readonly MeasuredNorm[]
  readonly villages: readonly VillageSide[]
}

interface NormRun {
  readonly asked: MeasuredSide
  readonly base: MeasuredSide | undefined
  readonly scenario: TravelScenario | undefined
  readonly year: number | undefined
}

export async function describeRun(statistics: Statistics, { asked, base, scenario, year }: NormRun): Promise<NormRunAnswer['remarks']> {
  const carless = year !== undefined && asked.norms.some(({ counts }) => counts.withoutCar !== undefined) ? [describeCarless(year)] : []
  return [
    ...asked.side.sizes.remarks,
    ...describeJustBegun(asked, year),
    ...describeVillagePoints(asked),
    ...carless,
    ...(scenario && base ? listWithoutEffect(asked, base, scenario.document) : []),
    ...(scenario ? await listIdle(statistics, scenario, asked) : []),
    ...(scenario ? (year === undefined ? describeUnusedParts(scenario.document, 'reach') : await describeIdlePatches(statistics, scenario.document)) : []),
  ]
}

/** Villages that lie on one side of a norm, and all of their people on the other. */
function describeVillagePoints({ villages }: MeasuredSide): Words[] {
  const isOtherwise = ({ meets, people }: VillageSide) =>
    people !== undefined && people.inhabitants > 0 && meets.some((own, at) => own !== null && people.beyond[at] !== null && people.beyond[at]!.all === (own ? people.inhabitants : 0))
  const count = villages.filter(isOtherwise).length
  if (count === 0) return []
  return [{
    nl: `Een dorp meten we vanaf het dorp zelf, en zijn inwoners vanuit het deel van hun buurt waar mensen wonen. Vooral bij kleine plaatsen in de buurt van een groter dorp kan dat anders uitkomen. Bij ${count} van de ${villages.length} dorpen is het dorp te ver en geen enkele inwoner, of andersom.`,
    en: `A village is measured from itself, and its people from the part of their neighbourhood that people live in. For small places in the neighbourhood of a larger village the two may differ. For ${count} of the ${villages.length} villages the village is too far and none of its people, or the other way round.`,
  }]
}

function describeJustBegun({ norms }: MeasuredSide, year: number | undefined): Words[] {
  const count = Math.max(0, ...norms.map(({ counts }) => counts.justBegun ?? 0))
  if (count === 0) return []
  const later: Words = year === undefined ? { nl: '', en: '' } : { nl: ` Hoeveel leerlingen er in ${year} zijn, weet niemand.`, en: ` Nobody knows how many pupils there will be in ${year}.` }
  const [nl, en] = count === 1 ? ['1 basisschool hier is net begonnen en groeit nog', '1 primary school here has just begun and still grows'] : [`${count} basisscholen hier zijn net begonnen en groeien nog`, `${count} primary schools here have just begun and still grow`]
  return [{ nl: `${nl}.${later.nl} Daarom tellen we ze bij geen norm als te klein.`, en: `${en}.${later.en} So none counts as too small.` }]
}

const describeCarless = (year: number): Words => ({
  nl: `Huishoudens zonder auto in ${year} zijn een schatting: elke buurt houdt per inwoner van 15 jaar of ouder evenveel huishoudens als nu, en per huishouden evenveel auto's.`,
  en: `Households without a car in ${year} are an estimate: every neighbourhood keeps as many households for each inhabitant of 15 or over as now, and as many cars for each household.`,
})

function listWithoutEffect(asked: MeasuredSide, base: MeasuredSide, { name }: ScenarioDocument): Words[] {
  const write = ({ norms }: MeasuredSide) => JSON.stringify(norms.map(({ counts }) => counts))
  return write(asked) === write(base) ? [{ nl: `Scenario “${name}” verandert hier voor geen enkele norm iets.`, en: `Scenario “${name}” changes nothing here for any norm.` }] : []
}

type Touched = Awaited<ReturnType<typeof touchParts>>[number]

/** Parts about travelling that no norm of the set notices anywhere in the country. */
async function listIdle(statistics: Statistics, scenario: TravelScenario, { norms }: MeasuredSide): Promise<Words[]> {
  const found = new Map<string, Touched>()
  for (const { norm, isMissing } of norms) {
    if (isMissing) continue
    const { facilityType, mode = USUAL_MODE, mostMinutes, leastSize } = norm
    for (const touched of await touchParts(statistics, scenario, { facilityType, mode, level: 'country', normMinutes: mostMinutes ?? 0 })) {
      const own = mostMinutes === undefined ? outsideTime(touched) : touched
      const part = leastSize !== undefined && isAboutSize(own, scenario, facilityType) ? { ...own, outside: undefined, neighbourhoods: 1 } : own
      const key = `${part.part} ${part.at}`
      const known = found.get(key)
      if (known === undefined || part.neighbourhoods > known.neighbourhoods || (known.outside !== undefined && part.outside === undefined)) found.set(key, part)
    }
  }
  return [...found.values()].flatMap((part) => describeTouched(part))
}

/** A norm without a time notices no travelling. */
const outsideTime = (touched: Touched): Touched => (touched.neighbourhoods === 0 ? touched : { ...touched, neighbourhoods: 0, outside: touched.part === 'speeds' ? 'mode' : undefined })

/** Whether a norm for the size of this type notices the part: it closes or opens one, or sets that size. */
function isAboutSize({ part, at, outside }: Touched, { document, changes }: TravelScenario, facilityType: string): boolean {
  if (part === 'norms') return document.norms?.[at]?.facilityType === facilityType && document.norms[at]?.leastSize !== undefined
  // One that goes on at another address keeps its size.
  const isWhole = part === 'opened' || changes.some((change) => change.kind === 'closed' && change.at === at && change.after === undefined)
  return (part === 'closed' || part === 'opened') && isWhole && outside === undefined
}
