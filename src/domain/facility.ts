/** Facilities (voorzieningen): what people go to, and where it stands. */

export const FACILITY_TYPES = ['primarySchool', 'secondarySchool', 'hospital', 'communityBuilding', 'railwayStation'] as const
export type FacilityType = (typeof FACILITY_TYPES)[number]

/** Why a row that its source calls a facility of a type, or that could be one, is not counted as one. */
export const REFUSALS = ['stop', 'abandoned', 'museumLine', 'metro', 'closed', 'otherBuilding', 'unclearName'] as const
export type Refusal = (typeof REFUSALS)[number]

export interface Facility {
  /** Stable within its source, such as the number of a school location; else the source and the row. */
  readonly id: string
  readonly name: string
  readonly type: FacilityType
  /** WGS84 degrees; of several addresses the first, which says in which area it counts. */
  readonly point: readonly [longitude: number, latitude: number]
  /** Its other addresses: people can go there as well. It still counts once, and `size` is that of all of them together. */
  readonly furtherPoints?: readonly Facility['point'][]
  /** Street and town of each of these points, as its source writes them; an empty text where it does not. */
  readonly addresses?: readonly string[]
  /** Pupils, beds: how much there is; absent where the source does not say. */
  readonly size?: number
  /** Of a school, as its source says: Openbaar, Rooms-Katholiek, … */
  readonly denomination?: string
  /** In its address, as its source says. */
  readonly town?: string
}

export interface FacilityTypeWords {
  readonly name: { readonly nl: string; readonly en: string }
  readonly explanation: { readonly nl: string; readonly en: string }
}

export const FACILITY_WORDS: Readonly<Record<FacilityType, FacilityTypeWords>> = {
  primarySchool: {
    name: { nl: 'Basisschool', en: 'Primary school' },
    explanation: { nl: 'Gewone basisscholen, elke vestiging apart. Speciaal onderwijs telt niet mee.', en: 'Ordinary primary schools, each location by itself. Special education does not count.' },
  },
  secondarySchool: {
    name: { nl: 'Middelbare school', en: 'Secondary school' },
    explanation: { nl: 'Vestigingen van het voortgezet onderwijs. Niet elke vestiging heeft alle niveaus.', en: 'Locations of secondary education. Not every location has all levels.' },
  },
  hospital: {
    name: { nl: 'Ziekenhuis', en: 'Hospital' },
    explanation: { nl: 'Algemene en academische ziekenhuizen, zonder buitenpoliklinieken en kinderziekenhuizen.', en: "General and academic hospitals, without outpatient clinics and children's hospitals." },
  },
  communityBuilding: {
    name: { nl: 'Dorpshuis of buurthuis', en: 'Community building' },
    explanation: {
      nl: 'Gebouwen waarvan de naam zegt dat het een dorpshuis, buurthuis of wijkcentrum is, ook in het Fries of een streektaal. Alleen gebouwen waar gestemd werd, dus niet alle.',
      en: 'Buildings whose name says that they are a community centre, in Frisian and dialects too. Only those where people voted, so not all.',
    },
  },
  railwayStation: {
    name: { nl: 'Treinstation', en: 'Railway station' },
    explanation: {
      nl: 'Stations waar reizigerstreinen van de dienstregeling stoppen. Geen museumlijnen, en geen metro of tram. De lijst van de bron is niet volledig.',
      en: 'Stations where passenger trains of the timetable stop. No museum lines, and no metro or tram. The list of the source is not complete.',
    },
  },
}
