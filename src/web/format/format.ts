/** How numbers, dates and sizes are written, in Dutch or English. */
import type { Figure } from '#domain/answers/shared.ts'

/** What is needed of an indicator to write its figures. */
export interface Unit {
  readonly unit: { readonly nl: string; readonly en: string }
  readonly decimals: number
}

export interface Format {
  number(value: number, decimals?: number): string
  /** With a sign, for changes and differences. */
  signed(value: number, decimals?: number): string
  /** As in a table: '12,3%', '4,2 km', '1.234'. Counts of people stand without their unit, which the heading says. */
  value(value: number, unit: Unit): string
  /** As in a sentence: '12,3 procent'. */
  words(value: number, unit: Unit): string
  /** '12,3%', or a dash with the reason left to the caller. */
  figure(figure: Figure, unit: Unit): string
  date(iso: string): string
  /** '2024-11' as 'november 2024'; what is no month stays as it is. */
  month(iso: string): string
  bytes(bytes: number): string
}

const MINUS = '−'

export function createFormat(language: 'nl' | 'en'): Format {
  const locale = language === 'nl' ? 'nl-NL' : 'en-GB'
  const formats = new Map<number, Intl.NumberFormat>()
  const number = (value: number, decimals = 0): string => {
    let format = formats.get(decimals)
    if (format === undefined) {
      format = new Intl.NumberFormat(locale, { minimumFractionDigits: decimals, maximumFractionDigits: decimals })
      formats.set(decimals, format)
    }
    // Adding 0 makes −0 a plain 0.
    return format.format(Number(value.toFixed(decimals)) + 0).replace('-', MINUS)
  }
  const value = (amount: number, unit: Unit): string => {
    const text = number(amount, unit.decimals)
    const name = unit.unit[language]
    if (name === '%') return `${text}%`
    return isShortUnit(name) ? `${text} ${name}` : text
  }
  const words = (amount: number, unit: Unit): string => {
    const name = unit.unit[language]
    const text = number(amount, unit.decimals)
    if (name === '%') return `${text} ${language === 'nl' ? 'procent' : 'percent'}`
    return name === '' ? text : `${text} ${name}`
  }
  const date = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  return {
    number,
    signed: (amount, decimals) => (amount > 0 ? `+${number(amount, decimals)}` : number(amount, decimals)),
    value,
    words,
    figure: (figure, unit) => (figure.value === undefined ? '–' : value(figure.value, unit)),
    month: (iso) => (/^\d{4}-(0[1-9]|1[0-2])$/.test(iso) ? month.format(new Date(`${iso}-01T00:00:00Z`)) : iso),
    date: (iso) => date.format(new Date(iso)),
    bytes: (bytes) => (bytes < 1_000_000 ? `${number(Math.max(1, bytes / 1000))} kB` : `${number(bytes / 1_000_000, 1)} MB`),
  }
}

/** Units that stand behind each number in a table; longer ones are in the name of the row. */
export function isShortUnit(unit: string): boolean {
  return unit === 'km' || unit === 'ha' || unit === 'm²' || unit === 'm³' || unit === 'kWh'
}
