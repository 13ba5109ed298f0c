/** Unit costs that come along with a siting question. They are of primary schools; of other facilities nothing is known, and nothing is made up. */
import type { FacilityType } from '#domain/facility.ts'

export interface UnitCosts {
  readonly site: number
  readonly person: number
  readonly personKilometre: number
  readonly tripsPerYear: number
  readonly closing: number
  readonly opening: number
  /** Over which what is paid once is spread. */
  readonly years: number
  readonly mobileDay: number
}

const PRIMARY_SCHOOL: UnitCosts = { site: 150_000, person: 6500, personKilometre: 0.25, tripsPerYear: 400, closing: 250_000, opening: 3_000_000, years: 30, mobileDay: 25_000 }

/** What holds where a question gives no amount of its own; what is absent is not known. */
export function getUsualCosts(facilityType: FacilityType): Partial<UnitCosts> & Pick<UnitCosts, 'years'> {
  return facilityType === 'primarySchool' ? PRIMARY_SCHOOL : { years: PRIMARY_SCHOOL.years }
}
