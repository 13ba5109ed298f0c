/** Why a series breaks, has a gap, or is estimated, in words. */
import type { Bridged } from '#domain/bridge.ts'
import { writeList, type Words } from '#domain/words.ts'

export const NOT_THERE_YET: Words = {
  nl: 'Dit gebied bestond toen niet onder deze code. Er is geen vergelijkbaar gebied.',
  en: 'This area did not exist under this code then. There is no comparable area.',
}

export const AREA_NOT_DIVIDED: Words = {
  nl: 'Een deel van een gemeente kwam erbij of ging weg. Hoeveel land dat was, kan niet uit het aantal inwoners volgen.',
  en: 'Part of a municipality came or went. How much land that was does not follow from the number of inhabitants.',
}

export const NOT_PUT_TOGETHER: Words = {
  nl: 'Toen waren dit andere gemeenten. Dit cijfer is niet uit hun cijfers te berekenen.',
  en: 'These were other municipalities then. This figure cannot be computed from theirs.',
}

export const CHANGE_OVER_BREAK: Words = {
  nl: 'In deze tijd is het gebied veranderd. Een verandering van het cijfer zegt dan niets over de mensen die er wonen.',
  en: 'The area changed in this time. A change of the figure then says nothing about the people who live there.',
}

/** The name under the code changed: the area may have another boundary. */
export function describeRename(before: string, after: string, year: number): Words {
  return {
    nl: `Tot ${year} hoorde deze code bij "${before}", daarna bij "${after}". Vergelijk de cijfers niet zonder te kijken of de grens gelijk bleef.`,
    en: `Until ${year} this code belonged to "${before}", then to "${after}". Do not compare the figures without checking that the boundary stayed the same.`,
  }
}

/** CBS says that the boundary changed in that year, or that the code did and the former one is not found. */
export function describeChange(name: string, year: number): Words {
  return {
    nl: `Volgens het CBS is "${name}" in ${year} veranderd. Cijfers van ervoor zijn niet te vergelijken.`,
    en: `According to Statistics Netherlands "${name}" changed in ${year}. Figures before it cannot be compared.`,
  }
}

/** The area has figures again after years in which it was not there. */
export function describeReturn(name: string, year: number): Words {
  return {
    nl: `"${name}" staat in ${year} voor het eerst, of opnieuw, in de cijfers onder deze code. Vergelijk niet met de jaren ervoor.`,
    en: `"${name}" is in the figures under this code in ${year} for the first time, or again. Do not compare with the years before.`,
  }
}

/** The same area under an earlier code, found by its name. */
export function describeFormerCode(name: string, code: string, municipality: string): Words {
  return {
    nl: `"${name}" had toen code ${code}, in de gemeente ${municipality}. Gevonden aan de naam en het aantal inwoners.`,
    en: `"${name}" had code ${code} then, in the municipality of ${municipality}. Found by its name and number of inhabitants.`,
  }
}

/** Parts without a figure that hold so few inhabitants that the whole is given without them. */
export function describeWithout(names: readonly string[]): Words {
  return {
    nl: `Zonder ${names.join(', ')}: daar is geen cijfer van. Er woont hooguit 5 procent van de inwoners.`,
    en: `Without ${names.join(', ')}, of which there is no figure. At most 5 percent of the inhabitants live there.`,
  }
}

/** How figures were brought to the boundaries of today; `whole` and `partly` are the other municipalities they come from. */
export function describeBridge(bridged: Bridged, whole: readonly string[], partly: readonly string[]): Words {
  const others = whole.length + partly.length === 0
  if (bridged === 'estimated') {
    const nl = others ? 'van andere gemeenten' : writeList([...whole.map((name) => `van ${name}`), ...partly.map((name) => `van een deel van ${name}`)], 'en')
    const en = others ? 'of other municipalities' : writeList([...whole.map((name) => `of ${name}`), ...partly.map((name) => `of part of ${name}`)], 'and')
    return {
      nl: `Geschat voor de grenzen van nu, met de cijfers ${nl}. Een deel telt mee naar het aantal inwoners dat van gemeente wisselde.`,
      en: `Estimated for the boundaries of today, with the figures ${en}. A part counts by the number of inhabitants that changed municipality.`,
    }
  }
  return {
    nl: `Opgeteld voor de grenzen van nu: met de cijfers van ${others ? 'andere gemeenten' : writeList(whole, 'en')}.`,
    en: `Added up for the boundaries of today: with the figures of ${others ? 'other municipalities' : writeList(whole, 'and')}.`,
  }
}

/** Several remarks as one; the same one only once. Undefined where there is none. */
export function joinWords(remarks: readonly (Words | undefined)[]): Words | undefined {
  const given = remarks.filter((remark) => remark !== undefined)
  if (given.length === 0) return undefined
  return { nl: [...new Set(given.map(({ nl }) => nl))].join(' '), en: [...new Set(given.map(({ en }) => en))].join(' ') }
}
