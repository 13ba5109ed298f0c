/** The figures of some buurten in a year; what is not given is not known. */
import type { BuurtYear } from '#steps/explore/buurt-history.ts'

type Given = Readonly<Partial<Record<keyof BuurtYear, readonly number[]>>> & { readonly inhabitants: readonly number[] }

export function makeBuurtYear({ inhabitants, youngAdults, households, householdSize, carsPerHousehold }: Given): BuurtYear {
  const column = (own: readonly number[] | undefined) => Float64Array.from(inhabitants, (_, at) => own?.[at] ?? NaN)
  return { inhabitants: column(inhabitants), youngAdults: column(youngAdults), households: column(households), householdSize: column(householdSize), carsPerHousehold: column(carsPerHousehold) }
}
