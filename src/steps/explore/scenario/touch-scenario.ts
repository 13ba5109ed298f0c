/** What every part of a scenario touches, before anybody asks it a question. */
import type { ScenarioCheckAnswer } from '#domain/answers/scenario-answers.ts'
import { FACILITY_WORDS, type FacilityType } from '#domain/facility.ts'
import type { ScenarioDocument, ScenarioDocumentPatch } from '#domain/scenario-document.ts'
import { SCENARIO_FIGURE_NAMES } from '#domain/scenario-figure-names.ts'
import { nameScenarioPart } from '#domain/scenario-place.ts'
import type { Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { MODE_NAMES } from '#steps/explore/reach/travel-modes.ts'
import { ProjectionError } from '#steps/explore/projection-error.ts'
import { projectArea } from '#steps/explore/project.ts'
import { getReachUnderScenario } from '#steps/explore/scenario/reach-scenario.ts'
import { resolveScenario } from '#steps/explore/scenario/resolve-scenario.ts'
import { describeEmptyScenario } from '#steps/explore/scenario/unused-parts.ts'
import { USUAL_MODE } from '#domain/norm-faults.ts'

type Part = ScenarioCheckAnswer['parts'][number]
type Mode = 'car' | 'bicycle' | 'foot'

/** A norm that nobody meets, so that only times count. */
const NO_NORM = 0

/** Throws SeeError `scenarioRefused`, ProjectionError `scenarioInvalid`. */
export async function touchScenario(statistics: Statistics, document: ScenarioDocument): Promise<ScenarioCheckAnswer> {
  const { changes } = await resolveScenario(statistics, document)
  const figures = await countFigures(statistics, document)
  const parts: Part[] = [...figures.parts]
  for (const { kind, at, before, after } of changes) {
    const { name, type } = (before ?? after)!
    parts.push({ part: kind, at, name, unit: 'neighbourhoods', touched: await countTouched(statistics, document, type, 'car', kind, at) })
  }
  for (const [at, { mode }] of (document.speeds ?? []).entries()) {
    parts.push({ part: 'speeds', at, name: mode, unit: 'neighbourhoods', touched: await countTouched(statistics, { ...document, facilities: undefined }, 'primarySchool', mode, 'speeds', at) })
  }
  for (const [at, norm] of (document.norms ?? []).entries()) parts.push({ part: 'norms', at, name: `${norm.facilityType}, ${norm.mode ?? USUAL_MODE}`, unit: 'norms', touched: 1 })
  const idle = parts.filter(({ touched }) => touched === 0)
  return {
    name: document.name,
    version: statistics.version,
    parts,
    remarks: [
      ...figures.remarks,
      ...describeEmptyScenario(document),
      ...idle.map(describePart).map(({ nl, en }) => ({ nl: `${nl} verandert niets.`, en: `${en} changes nothing.` })),
    ],
  }
}

/** A part as people call it: its kind, its place in the list, and what it is about. */
export function describePart({ part, at, name }: Part): Words {
  const describe = (language: keyof Words): string => `${nameScenarioPart(part, at)[language]} (${nameSubject(part, name)[language]})`
  return { nl: describe('nl'), en: describe('en') }
}

/** `name` says it as the document does, but for names of facilities and municipalities. */
function nameSubject(part: Part['part'], name: string): Words {
  if (part === 'patches') return lower(SCENARIO_FIGURE_NAMES[name as ScenarioDocumentPatch['figure']])
  if (part === 'speeds') return MODE_NAMES[name as Mode]
  if (part !== 'norms') return { nl: name, en: name }
  const [type, mode] = name.split(', ')
  const [facility, way] = [lower(FACILITY_WORDS[type as FacilityType].name), MODE_NAMES[mode as Mode]]
  return { nl: `${facility.nl}, ${way.nl}`, en: `${facility.en}, ${way.en}` }
}

const lower = ({ nl, en }: Words): Words => ({ nl: nl.toLocaleLowerCase('nl'), en: en.toLocaleLowerCase('en') })

async function countTouched(statistics: Statistics, document: ScenarioDocument, facilityType: FacilityType, mode: Mode, part: Part['part'], at: number): Promise<number> {
  const { scenario } = await getReachUnderScenario(statistics, { facilityType, mode, level: 'country', normMinutes: NO_NORM }, document)
  return scenario.touched.find((own) => own.part === part && own.at === at)?.neighbourhoods ?? 0
}

/** How many figures of the projection each patch changes. */
async function countFigures(statistics: Statistics, document: ScenarioDocument): Promise<Pick<ScenarioCheckAnswer, 'parts' | 'remarks'>> {
  const homes = document.newHomes ?? []
  const country = statistics.listAreas('country')[0]
  if (document.patches.length + homes.length === 0 || country === undefined) return { parts: [], remarks: [] }
  try {
    const { scenario } = await projectArea(statistics, { id: country.code, name: country.name, areas: [country], years: 1, scenario: document })
    const changed = scenario?.changedFigures ?? []
    return {
      parts: [
        ...document.patches.map(({ figure }, at): Part => ({ part: 'patches', at, name: figure, unit: 'figures', touched: changed[at] ?? 0 })),
        ...homes.map(({ municipality }, at): Part => ({ part: 'newHomes', at, name: statistics.findArea(municipality)?.name ?? municipality, unit: 'figures', touched: changed[document.patches.length + at] ?? 0 })),
      ],
      remarks: [],
    }
  } catch (error) {
    if (!(error instanceof ProjectionError) || error.problem === 'scenarioInvalid') throw error
    return { parts: [], remarks: [{ nl: 'Met deze cijfers kan geen prognose: de delen over bevolking en woningen zijn niet nagekeken.', en: 'These figures give no projection: the parts about people and homes were not checked.' }] }
  }
}
