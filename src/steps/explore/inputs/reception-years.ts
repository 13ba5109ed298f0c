/**
 * Years in which a reception centre registered those who arrived in the country. Nobody lives there who comes so: the same people are counted as
 * immigrants and, soon after, as departures to another municipality. Method: docs/methods/population-inputs.md.
 */
import { addSexes, sum, type ProjectionData } from '#steps/explore/inputs/projection-data.ts'

/** Where more than this part of the inhabitants came from abroad in a year; students bring at most 8 percent. */
const RECEPTION_SHARE = 0.1

type Counts = Pick<ProjectionData, 'changes' | 'sexes'>

/** By municipality: whether it had a reception centre that many passed through in that year. */
export function findReception({ changes, sexes }: Counts, year: number): boolean[] {
  const inhabitants = addSexes(sexes.get(year)!)
  return Array.from(changes.get(year)!.immigration, (came, at) => came > RECEPTION_SHARE * inhabitants[at]!)
}

/** Immigration and departures of a year without those who passed through: a place with a reception centre keeps as many immigrants an inhabitant as the others have. */
export function leaveOutPassing(data: Counts, year: number): { readonly immigration: Float64Array; readonly departures: Float64Array } {
  const { immigration, departures } = data.changes.get(year)!
  const inhabitants = addSexes(data.sexes.get(year)!)
  const reception = findReception(data, year)
  const addOthers = (counts: Float64Array) => sum(counts.map((own, at) => (reception[at] ? 0 : own)))
  const usual = addOthers(immigration) / Math.max(1, addOthers(inhabitants))
  const passed = reception.map((isReception, at) => (isReception ? Math.min(departures[at]!, immigration[at]! - usual * inhabitants[at]!) : 0))
  return { immigration: immigration.map((came, at) => came - passed[at]!), departures: departures.map((left, at) => left - passed[at]!) }
}
