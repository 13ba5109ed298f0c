import { placeSchema } from '#domain/answers/answers.ts'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import { getOwnPlace, getPlace } from '#steps/see/place.ts'
import { describe, expect, test } from 'vitest'
import { makeSmallStatistics } from '../../support/small-statistics.ts'
import { makeTestStatistics } from '../../support/test-statistics.ts'

const statistics = makeTestStatistics()
const figure = (place: PlaceAnswer, indicator: string) => place.figures.find((candidate) => candidate.indicator === indicator)
const dutch = (place: PlaceAnswer) => place.remarks.map((remark) => remark.nl).join(' ')

describe('an area', () => {
  const place = getPlace(statistics, 'GM9001')
  test('is compared with its province and the country, not with itself', () => {
    expect(place.comparedWith.map(({ code }) => code)).toEqual(['PV20', 'NL00'])
    expect(figure(place, 'population')).toMatchObject({ year: 2024, here: { value: 2455 }, elsewhere: [{ value: 2455 }, { value: 6525 }] })
  })
  test('shows an old figure, and its year, where the newest year has none', () => {
    expect(figure(place, 'meanHomeValue')).toMatchObject({ year: 2023, here: { value: 300 }, sources: ['kwb-2023'] })
    expect(dutch(place)).toContain('Voor 1 van de 11 cijfers is er geen cijfer van 2024')
  })
  test('without the figure in any year shows the newest of the larger areas around it', () => {
    const births = (year: number, municipality: number | 'notInTable') => [year, municipality] as const
    const small = makeSmallStatistics({
      names: { NL00: 'Nederland', GM0001: 'Noord', BU00010000: 'Dorp' },
      referenceYear: 2024,
      figures: {
        population: { NL00: { 2022: 10, 2023: 10, 2024: 10 }, GM0001: { 2022: 10, 2023: 10, 2024: 10 }, BU00010000: { 2022: 10, 2023: 10, 2024: 10 } },
        births: { BU00010000: { 2022: 'notInEdition' }, GM0001: Object.fromEntries([births(2022, 3), births(2023, 4), births(2024, 'notInTable')]) },
        deaths: { BU00010000: { 2022: 1 }, GM0001: { 2022: 2, 2023: 3 } },
      },
    })
    const village = getPlace(small, 'BU00010000')
    // Of births nothing is known here: those of the municipality in 2023. Of deaths it is, so both are of 2022.
    expect(figure(village, 'births')).toMatchObject({ year: 2023, here: { missing: 'notInTable' }, elsewhere: [{ value: 4 }, { missing: 'notInTable' }] })
    expect(figure(village, 'deaths')).toMatchObject({ year: 2022, here: { value: 1 }, elsewhere: [{ value: 2 }, { missing: 'notInTable' }] })
  })
  test('leads on to districts and villages, and back to its parents', () => {
    expect(place.children.map(({ code }) => code)).toEqual(['WK900100', 'WK900101'])
    expect(place.villages.map(({ name }) => name)).toEqual(['Groeisterwoude', 'Krimpsterterp', 'Sint Annahuis'])
    expect(place.parents.map(({ level }) => level)).toEqual(['country', 'landsdeel', 'province', 'corop'])
  })
  test('lists only the districts that existed in the year asked for', () => {
    expect(getPlace(statistics, 'GM9001', 2022).children.map(({ code }) => code)).toEqual(['WK900100'])
  })
  test('tells which municipality was added to it', () => {
    expect(place.boundaryChanges).toEqual([
      {
        date: '2023-01-01',
        text: {
          nl: 'Op 1 januari 2023 is de gemeente Oudwolde opgeheven. Een gebied met 410 inwoners, 190 woningen en 900 hectare ging naar de gemeente Oostermoer.',
          en: 'On 1 January 2023 the municipality of Oudwolde was dissolved. An area with 410 inhabitants, 190 homes and 900 hectares went to the municipality of Oostermoer.',
        },
      },
    ])
  })
  test('that no longer exists is shown in its last year, and says so', () => {
    const gone = getPlace(statistics, 'GM9003')
    expect(gone.year).toBe(2022)
    expect(figure(gone, 'population')?.here).toEqual({ value: 420 })
    expect(dutch(gone)).toContain('Oudwolde (GM9003) bestaat niet meer')
  })
  test('of buurten says that counts are rounded to fives', () => {
    expect(dutch(getPlace(statistics, 'BU90010000'))).toContain('afgerond op een veelvoud van 5')
    expect(dutch(place)).not.toContain('afgerond')
  })
  test('of a small buurt says how rough a percentage is there', () => {
    // 55 inhabitants: five of them are 9 percent.
    expect(dutch(getPlace(statistics, 'BU90010002'))).toContain('Er wonen hier ongeveer 55 mensen. Percentages zijn daardoor grof: 5 mensen meer of minder is al 9 procent.')
    expect(dutch(getPlace(statistics, 'BU90010000'))).not.toContain('grof')
  })
  test('without a shape says that the map lacks it', () => {
    expect(dutch(getPlace(statistics, 'BU90020101'))).toContain('De kaart heeft geen grens van: Nieuw-Veen uitbreiding')
  })
  test('is refused in a year in which it did not exist', () => {
    expect(() => getPlace(statistics, 'WK900101', 2022)).toThrow('noSuchYear: 2022')
  })
  test('says of every missing figure why it is missing', () => {
    for (const { code } of ['neighbourhood', 'municipality', 'province'].flatMap((level) => [...statistics.listAreas(level as 'province')])) {
      const answer = placeSchema.parse(getPlace(statistics, code))
      expect(answer.figures).toHaveLength(statistics.indicators.length)
      for (const { here, elsewhere } of answer.figures) {
        for (const { value, missing } of [here, ...elsewhere]) expect((value === undefined) !== (missing === undefined)).toBe(true)
      }
    }
  })
})

describe('a village', () => {
  test('shows the figures of the buurt it lies in', () => {
    const place = getPlace(statistics, 'GN101')
    expect(place).toMatchObject({ kind: 'village', name: 'Krimpsterterp', figuresOf: { code: 'BU90010000' }, locatedBy: 'neighbourhoodShape' })
    expect(place.comparedWith.map(({ code }) => code)).toEqual(['GM9001', 'PV20', 'NL00'])
    expect(figure(place, 'population')?.here).toEqual({ value: 1100 })
  })
  test('of which only the wijk or municipality is known says so', () => {
    expect(dutch(getPlace(statistics, 'GN103'))).toContain('De buurt waarin Sint Annahuis ligt, is niet bekend. U ziet de cijfers van de wijk:')
    expect(dutch(getPlace(statistics, 'WP104'))).toContain('alleen de gemeente bekend')
  })
  test('that is not known is refused', () => expect(() => getPlace(statistics, 'GN999')).toThrow('unknownPlace'))
})

describe('an own village', () => {
  const place = getOwnPlace(statistics, ['BU90010000', 'BU90010001', 'BU90010002'], 'Terp en Woude')
  test('adds counts up', () => expect(figure(place, 'population')?.here).toEqual({ value: 1100 + 900 + 55 }))
  test('takes the mean of a rate by its weight, leaving out a part that holds under 5 percent', () => {
    // Of 2023: 575 homes at 210 and 425 at 320; the value of the 30 homes in the third buurt (60 of 2060 inhabitants) is hidden.
    const { year, here } = figure(place, 'meanHomeValue') ?? {}
    expect(year).toBe(2023)
    expect(here?.value).toBeCloseTo((575 * 210 + 425 * 320) / 1000, 10)
    expect(dutch(place)).toContain('Bij deze cijfers ontbreekt een klein deel (hooguit 5 procent van de inwoners): Gemiddelde woningwaarde')
  })
  test('takes the mean of a density over the land, not over the people', () => {
    // Every buurt is 2 km2: 2055 inhabitants on 6 km2.
    expect(figure(place, 'populationDensity')?.here.value).toBeCloseTo(2055 / 6, 10)
  })
  test('computes derived figures anew from the counts', () => {
    expect(figure(place, 'share65Plus')?.here.value).toBeCloseTo(25, 10)
    expect(figure(place, 'householdSize')?.here.value).toBeCloseTo(2, 10)
    expect(figure(place, 'populationChange1Year')?.here.value).toBeCloseTo((100 * (2055 - 2060)) / 2060, 10)
  })
  test('has no figure for a class', () => expect(figure(place, 'urbanity')?.here).toEqual({ missing: 'notForLevel' }))
  test('is compared with the areas that all its parts lie in', () => {
    expect(place.comparedWith.map(({ code }) => code)).toEqual(['GM9001', 'PV20', 'NL00'])
    const across = getOwnPlace(statistics, ['BU90010000', 'BU90020000'], 'Over de grens')
    expect(across.comparedWith.map(({ code }) => code)).toEqual(['NL00'])
  })
  test('has no figure where parts with over 5 percent of the inhabitants lack it, and says so', () => {
    const partly = getOwnPlace(statistics, ['BU90020000', 'BU90020001'], 'Veen', 2023)
    expect(figure(partly, 'population')?.here).toEqual({ missing: 'partsMissing' })
    expect(figure(partly, 'share65Plus')?.here).toEqual({ missing: 'partsMissing' })
    expect(dutch(partly)).toContain('Deze cijfers geven we niet, want buurten met meer dan 5 procent van de inwoners ontbreken')
  })
  test('is not spoilt by a part where nobody lives', () => {
    const withIndustry = getOwnPlace(statistics, ['BU90010100', 'BU90010101'], 'Annahuis')
    expect(figure(withIndustry, 'share65Plus')?.here).toEqual({ value: 25 })
    expect(figure(withIndustry, 'meanHomeValue')?.here).toEqual({ value: 300 })
  })
  test('of one buurt has the figures of that buurt', () => {
    const one = getOwnPlace(statistics, ['BU90010000'], 'Een')
    const same = getPlace(statistics, 'BU90010000')
    for (const { indicator, here } of same.figures) {
      if (here.value === undefined) expect(figure(one, indicator)?.here).toEqual(here)
      else expect(figure(one, indicator)?.here.value).toBeCloseTo(here.value, 10)
    }
  })
  test('counts a buurt given twice once', () => {
    expect(getOwnPlace(statistics, ['BU90010000', 'BU90010000'], 'Dubbel').members).toHaveLength(1)
  })
  test('cannot be made of wijken, of unknown buurten, or of buurten that never existed together', () => {
    expect(() => getOwnPlace(statistics, ['WK900100'], 'x')).toThrow('memberNotNeighbourhood')
    expect(() => getOwnPlace(statistics, ['BU00000000'], 'x')).toThrow('unknownArea')
    const apart = makeTestStatistics({
      findArea: (code) => {
        const area = statistics.findArea(code)
        return area && code === 'BU90010000' ? { ...area, years: [2022] } : area
      },
    })
    expect(() => getOwnPlace(apart, ['BU90010000', 'BU90020101'], 'x')).toThrow('membersDifferInTime')
  })
})
