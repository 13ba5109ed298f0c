/** The ages that ask for a facility, first and last. */
export const DEMAND_AGES = {
  children0to3: [0, 3],
  pupils4to11: [4, 11],
  pupils12to17: [12, 17],
  young18to24: [18, 24],
  people65Plus: [65, 100],
  people75Plus: [75, 100],
  people85Plus: [85, 100],
} as const satisfies Readonly<Record<string, readonly [number, number]>>
