/** What to say of a part of a scenario that touches nothing in an answer. */
import type { ReachScenarioAnswer } from '#domain/answers/reach-answers.ts'
import type { Words } from '#domain/words.ts'

type Touched = ReachScenarioAnswer['scenario']['touched'][number]

const PART: Readonly<Record<Touched['part'], Words>> = {
  closed: { nl: 'Sluiten van', en: 'Closing' },
  moved: { nl: 'Verplaatsen van', en: 'Moving' },
  opened: { nl: 'Openen van', en: 'Opening' },
  speeds: { nl: 'Snelheid', en: 'Speed' },
  norms: { nl: 'Norm', en: 'Norm' },
}

const WHY: Readonly<Record<NonNullable<Touched['outside']>, Words>> = {
  facilityType: { nl: 'gaat over een andere voorziening dan die u nu bekijkt', en: 'is about another facility than the one you look at' },
  mode: { nl: 'gaat over ander vervoer dan u nu bekijkt', en: 'is about another mode of travel than the one you look at' },
  size: { nl: 'gaat over de omvang, niet over de reistijd', en: 'is about size, not about travel time' },
}

/** Empty where it touches something. */
export function describeTouched({ part, at, name, neighbourhoods, outside }: Touched): Words[] {
  if (neighbourhoods > 0) return []
  const named = (language: 'nl' | 'en') => (part === 'speeds' || part === 'norms' ? `${PART[part][language]} ${at + 1}` : `${PART[part][language]} “${name}”`)
  if (outside !== undefined) return [{ nl: `${named('nl')} ${WHY[outside].nl}.`, en: `${named('en')} ${WHY[outside].en}.` }]
  return [{ nl: `${named('nl')} verandert voor geen enkele buurt iets.`, en: `${named('en')} changes nothing for any neighbourhood.` }]
}
