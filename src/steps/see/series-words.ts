/** Why a series breaks, has a gap, or is estimated, in words. */
import type { Bridged } from '#domain/bridge.ts'

interface Words {
  readonly nl: string
  readonly en: string
}

export const NOT_THERE_YET: Words = {
  nl: 'Dit gebied bestond toen niet onder deze code. Er is geen vergelijkbaar gebied.',
  en: 'This area did not exist under this code then. There is no comparable area.',
}

/** A break: the name under the code changed, or CBS marked the boundary as changed (no names given). */
export function describeRename(before: string | undefined, after: string | undefined, year: number): Words {
  if (before === undefined || after === undefined) {
    return {
      nl: `In ${year} is de grens veranderd. Cijfers van ervoor zijn niet te vergelijken.`,
      en: `The boundary changed in ${year}. Figures before it cannot be compared.`,
    }
  }
  return {
    nl: `Tot ${year} hoorde deze code bij "${before}", daarna bij "${after}". Vergelijk de cijfers niet zonder te kijken of de grens gelijk bleef.`,
    en: `Until ${year} this code belonged to "${before}", then to "${after}". Do not compare the figures without checking that the boundary stayed the same.`,
  }
}

/** How figures were brought to the boundaries of today; `names` are the other municipalities they come from. */
export function describeBridge(bridged: Bridged, names: readonly string[]): Words {
  const nl = names.length > 0 ? ` van ${names.join(', ')}` : ' van andere gemeenten'
  const en = names.length > 0 ? ` of ${names.join(', ')}` : ' of other municipalities'
  if (bridged === 'estimated') {
    return {
      nl: `Geschat voor de grenzen van nu: delen${nl} zijn meegeteld naar het aantal inwoners dat verhuisde van gemeente.`,
      en: `Estimated for the boundaries of today: parts${en} count by the number of inhabitants that changed municipality.`,
    }
  }
  return {
    nl: `Opgeteld voor de grenzen van nu: met de cijfers${nl}.`,
    en: `Added up for the boundaries of today: with the figures${en}.`,
  }
}
