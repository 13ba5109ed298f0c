/** Travel times in the engine are whole ticks of half a second. */
const TICKS_A_MINUTE = 120

export const toTicks = (minutes: number): number => Math.round(minutes * TICKS_A_MINUTE)
export const toMinutes = (ticks: number): number => ticks / TICKS_A_MINUTE
