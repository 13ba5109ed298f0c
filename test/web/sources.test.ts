import { describe, expect, it } from 'vitest'
import { writeSources, writeYears } from '#web/format/sources.ts'

const makeSource = (title: string, publisher = 'CBS', licence = 'CC-BY-4.0') => ({ title: { nl: title, en: title.replace('Kerncijfers', 'Key figures') }, publisher, licence })
const writeDutch = (sources: Parameters<typeof writeSources>[0]) => writeSources(sources, ({ nl }) => nl)

describe('years in one line', () => {
  it.each([
    [[2024], '2024'],
    [[2023, 2024], '2023, 2024'],
    [[2014, 2012, 2013, 2013], '2012–2014'],
    [[2012, 2013, 2014, 2020, 2022, 2023], '2012–2014, 2020, 2022, 2023'],
    [[], ''],
  ])('%j are written as %s', (years, text) => expect(writeYears(years)).toBe(text))
})

describe('sources in one line', () => {
  it('names the table of several years once', () => {
    const sources = [2020, 2021, 2022].map((year) => makeSource(`Kerncijfers wijken en buurten ${year}`))
    expect(writeSources(sources, ({ en }) => en)).toBe('CBS, Key figures wijken en buurten 2020–2022 (CC-BY-4.0)')
    expect(writeDutch(sources)).toBe('CBS, Kerncijfers wijken en buurten 2020–2022 (CC-BY-4.0)')
  })

  it('keeps publishers and licences apart', () => {
    expect(writeDutch([makeSource('Kaart 2020'), makeSource('Kaart 2021', 'Kadaster'), makeSource('Kaart 2022', 'CBS', 'CC0-1.0')])).toBe(
      'CBS, Kaart 2020 (CC-BY-4.0); Kadaster, Kaart 2021 (CC-BY-4.0); CBS, Kaart 2022 (CC0-1.0)',
    )
  })

  it('leaves a year within a title where it is', () => {
    expect(writeDutch([makeSource('Bevolking 2012-2023')])).toBe('CBS, Bevolking 2012-2023 (CC-BY-4.0)')
  })
})
