/** Which railway stations of GeoNames are stations that people can take a train from. */
import type { Refusal } from '#domain/facility.ts'

/** GeoNames: RSTN a railway station, RSTP a stop, with a Q where it is abandoned. */
export const RAILWAY_KINDS = /^RST[NP]Q?$/

/**
 * What GeoNames calls a railway station (RSTN) where in October 2023 no passenger train of the timetable stopped. Nothing in its rows
 * says so, so they are looked up one by one, by number. Which stations had trains was compared by name with a list of the 397 of September 2023.
 */
const WITHOUT_TRAINS: Readonly<Partial<Record<Refusal, readonly number[]>>> = {
  // Apeldoorn–Dieren, Hoorn–Medemblik, Haaksbergen–Boekelo, Simpelveld–Valkenburg, and the Railway Museum in Utrecht.
  museumLine: [6621435, 6621573, 6640195, 6931009, 6931010, 6931011, 6955679, 6955684, 6955685, 6955686, 6931080, 6931081, 6957616, 6957618, 6957619, 6639779],
  // Schiedam–Hoek van Holland, metro since 2019; Leidschendam-Voorburg, since 2006.
  metro: [6639988, 2745465, 6639989, 6639991, 6639992, 6639993, 6951609, 6639994, 2751767],
  // Rotterdam Hofplein (2010), Geerdijk (2016).
  closed: [2747889, 6640144],
  // A congress building, beside the station Amsterdam RAI.
  otherBuilding: [6944484],
}

const REFUSED = new Map(Object.entries(WITHOUT_TRAINS).flatMap(([why, ids]) => ids.map((id) => [String(id), why as Refusal] as const)))

/** Why no train of the timetable stops there; undefined where one does. */
export function refuseStation(featureCode: string, geonameId: string): Refusal | undefined {
  if (featureCode.endsWith('Q')) return 'abandoned'
  return REFUSED.get(geonameId) ?? (featureCode === 'RSTP' ? 'stop' : undefined)
}
