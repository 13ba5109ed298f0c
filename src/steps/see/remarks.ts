/** What somebody must know to read the figures of a place rightly, in plain words. */
import type { PlaceFigure } from '#domain/answers/answers.ts'
import type { AreaCode } from '#domain/area.ts'
import { ALLOWED_MISSING_SHARE } from '#domain/combine-figures.ts'
import type { Place } from '#domain/place.ts'
import type { Statistics } from '#statistics/statistics.ts'
import { findIndicator } from '#steps/see/catalogue.ts'
import { findIndexedShapes } from '#steps/see/extent.ts'
import type { Subject } from '#steps/see/subject.ts'
import { breaksWithin, type PartsByYear } from '#steps/see/year-parts.ts'

interface Remark {
  readonly nl: string
  readonly en: string
}

export interface DescribedFigure {
  readonly figure: PlaceFigure
  /** Inhabited parts of an own village that it leaves out. */
  readonly without: readonly AreaCode[]
}

/** Remarks on a place, the most important first. */
export function listRemarks(statistics: Statistics, subject: Subject, year: number, figures: readonly DescribedFigure[], partsOf: PartsByYear): Remark[] {
  return [
    ...remarkFictional(statistics),
    ...remarkEnded(statistics, subject),
    ...remarkLocation(subject),
    ...remarkShapes(statistics, subject, year),
    ...remarkRounding(statistics, subject, year, figures),
    ...remarkParts(statistics, subject, figures),
    ...remarkOldFigures(year, figures),
    ...remarkOldBoundaries(subject, year, figures, partsOf),
  ]
}

function remarkFictional(statistics: Statistics): Remark[] {
  if (!statistics.fictional) return []
  return [{ nl: 'Deze plaats en deze cijfers zijn verzonnen.', en: 'This place and these figures are made up.' }]
}

function remarkEnded(statistics: Statistics, subject: Subject): Remark[] {
  if (subject.kind === 'ownVillage') return []
  const [area] = subject.areas
  const last = area.years.at(-1)
  if (last === undefined || area.years.includes(statistics.referenceYear)) return []
  return [
    {
      nl: `${area.name} (${area.code}) bestaat niet meer. De laatste cijfers zijn van ${last}.`,
      en: `${area.name} (${area.code}) no longer exists. Its last figures are of ${last}.`,
    },
  ]
}

/** By how a village was found: what is shown in its stead, before the name of that area. */
const LOCATION_WORDS: Readonly<Record<Place['locatedBy'], (name: string) => Remark>> = {
  neighbourhoodShape: (name) => ({
    nl: `Er zijn geen aparte cijfers van ${name}. U ziet de cijfers van de buurt waarin het dorp ligt:`,
    en: `There are no separate figures of ${name}. You see those of the neighbourhood in which it lies:`,
  }),
  neighbourhoodName: (name) => ({
    nl: `Er zijn geen aparte cijfers van ${name}. U ziet de cijfers van de buurt met dezelfde naam:`,
    en: `There are no separate figures of ${name}. You see those of the neighbourhood of the same name:`,
  }),
  districtShape: (name) => ({
    nl: `De buurt waarin ${name} ligt, is niet bekend. U ziet de cijfers van de wijk:`,
    en: `It is not known in which neighbourhood ${name} lies. You see the figures of the district:`,
  }),
  districtName: (name) => ({
    nl: `De buurt waarin ${name} ligt, is niet bekend. U ziet de cijfers van de wijk met dezelfde naam:`,
    en: `It is not known in which neighbourhood ${name} lies. You see the figures of the district of the same name:`,
  }),
  municipality: (name) => ({
    nl: `Van ${name} is alleen de gemeente bekend. U ziet de cijfers van de hele gemeente:`,
    en: `Only the municipality of ${name} is known. You see the figures of the whole municipality:`,
  }),
}

function remarkLocation(subject: Subject): Remark[] {
  if (subject.kind !== 'village') return []
  const [area] = subject.areas
  const words = LOCATION_WORDS[subject.place.locatedBy](subject.name)
  return [{ nl: `${words.nl} ${area.name} (${area.code}).`, en: `${words.en} ${area.name} (${area.code}).` }]
}

function remarkShapes(statistics: Statistics, subject: Subject, year: number): Remark[] {
  const level = subject.areas[0]?.level
  const shapes = level && findIndexedShapes(statistics, level)
  const shapeYear = subject.kind === 'village' ? subject.place.shapeYear : shapes?.year
  const without = subject.areas.filter((area) => shapes?.positions.has(area.code) !== true)
  const remarks: Remark[] = []
  if (shapeYear !== undefined && shapeYear !== year) {
    remarks.push({
      nl: `De grenzen op de kaart zijn van ${shapeYear}. De cijfers zijn van ${year}.`,
      en: `The boundaries on the map are of ${shapeYear}. The figures are of ${year}.`,
    })
  }
  if (without.length > 0 && without.every((area) => area.level !== 'country')) {
    const names = without.map((area) => area.name).join(', ')
    remarks.push({ nl: `De kaart heeft geen grens van: ${names}.`, en: `The map has no boundary of: ${names}.` })
  }
  return remarks
}

/** Fewer inhabitants than this make a share rough: one step of rounding is then more than two percentage points. */
const FEW_INHABITANTS = 200

function remarkRounding(statistics: Statistics, subject: Subject, year: number, figures: readonly DescribedFigure[]): Remark[] {
  const level = subject.areas[0]?.level
  const line = statistics.report.levelSums.find((sum) => sum.level === level && sum.year === year)
  if (line === undefined || line.roundingBand === 0 || line.areas === 0) return []
  const step = Math.round((2 * line.roundingBand) / line.areas)
  if (step <= 1) return []
  return [
    {
      nl: `Aantallen op dit niveau zijn afgerond op een veelvoud van ${step}. Daardoor tellen ze niet altijd precies op.`,
      en: `Counts at this level are rounded to a multiple of ${step}. So they do not always add up exactly.`,
    },
    ...remarkRoughShares(step, figures.find(({ figure }) => figure.indicator === 'population')?.figure.here.value),
  ]
}

function remarkRoughShares(step: number, inhabitants: number | undefined): Remark[] {
  if (inhabitants === undefined || inhabitants <= 0 || inhabitants >= FEW_INHABITANTS) return []
  const percentage = Math.round((100 * step) / inhabitants)
  return [
    {
      nl: `Er wonen hier ongeveer ${inhabitants} mensen. Percentages zijn daardoor grof: ${step} mensen meer of minder is al ${percentage} procent.`,
      en: `About ${inhabitants} people live here. Percentages are therefore rough: ${step} people more or fewer are ${percentage} percent.`,
    },
  ]
}

function remarkParts(statistics: Statistics, subject: Subject, figures: readonly DescribedFigure[]): Remark[] {
  if (subject.kind !== 'ownVillage') return []
  const limit = Math.round(100 * ALLOWED_MISSING_SHARE)
  const names = (chosen: readonly DescribedFigure[], language: 'nl' | 'en') =>
    chosen.map(({ figure }) => findIndicator(statistics, figure.indicator)?.name[language] ?? figure.indicator).join('; ')
  const partial = figures.filter(({ without }) => without.length > 0)
  const refused = figures.filter(({ figure }) => figure.here.missing === 'partsMissing')
  const remarks: Remark[] = [
    {
      nl: 'De cijfers van dit dorp zijn berekend uit de cijfers van de buurten. Aantallen zijn opgeteld, gemiddelden zijn gewogen.',
      en: 'The figures of this village are computed from those of its neighbourhoods. Counts are added up, means are weighted.',
    },
  ]
  if (partial.length > 0) {
    remarks.push({
      nl: `Bij deze cijfers ontbreekt een klein deel (hooguit ${limit} procent van de inwoners): ${names(partial, 'nl')}.`,
      en: `A small part is missing from these figures (at most ${limit} percent of the inhabitants): ${names(partial, 'en')}.`,
    })
  }
  if (refused.length > 0) {
    remarks.push({
      nl: `Deze cijfers geven we niet, want buurten met meer dan ${limit} procent van de inwoners ontbreken: ${names(refused, 'nl')}.`,
      en: `These figures are not given, because neighbourhoods with more than ${limit} percent of the inhabitants are missing: ${names(refused, 'en')}.`,
    })
  }
  return remarks
}

function remarkOldFigures(year: number, figures: readonly DescribedFigure[]): Remark[] {
  const old = figures.filter(({ figure }) => figure.year !== year && figure.here.value !== undefined).length
  if (old === 0) return []
  return [
    {
      nl: `Voor ${old} van de ${figures.length} cijfers is er geen cijfer van ${year}. Daar staat het nieuwste jaar bij.`,
      en: `For ${old} of the ${figures.length} figures there is none of ${year}. They say which year they are of.`,
    },
  ]
}

/** How older figures of an area were brought to the boundaries of today, and where they do not compare. */
function remarkOldBoundaries(subject: Subject, year: number, figures: readonly DescribedFigure[], partsOf: PartsByYear): Remark[] {
  if (subject.kind === 'ownVillage') return []
  const years = new Set(figures.flatMap(({ figure }) => (figure.year < year && figure.here.value !== undefined ? figure.year : [])))
  return [...years].sort((a, b) => a - b).flatMap((earlier) => {
    const how = partsOf(earlier).remark
    const remarks = how ? [{ nl: `Cijfers van ${earlier}: ${how.nl}`, en: `Figures of ${earlier}: ${how.en}` }] : []
    if (!breaksWithin(partsOf, earlier, year)) return remarks
    return [
      ...remarks,
      {
        nl: `Na ${earlier} is het gebied veranderd. De cijfers van ${earlier} gaan over het gebied van toen.`,
        en: `After ${earlier} the area changed. The figures of ${earlier} are about the area as it was then.`,
      },
    ]
  })
}
