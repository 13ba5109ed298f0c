/** How many regions of daily life can be asked for: the report of 2020 on shrinking regions speaks of 30 to 60. */
export const [FEWEST_REGIONS, USUAL_REGIONS, MOST_REGIONS] = [30, 45, 60] as const
