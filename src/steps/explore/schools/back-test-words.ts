/** What a reader must know about the check on history, in words. */
import type { Words } from '#domain/words.ts'
import type { PastSchools } from '#steps/explore/schools/past-schools.ts'

export function describeBackTest({ sizes, jumpOff }: PastSchools): Words[] {
  return [
    sizes === 'estimated'
      ? {
          nl: 'Het pakket heeft geen aantal leerlingen van het eerste moment. De grootte van scholen is daarom geschat uit de kinderen in de buurten en de afstand. Dat maakt deze toets zwakker dan hij met tellingen zou zijn.',
          en: 'The package has no pupils of the first moment. So the size of schools was estimated from the children in the neighbourhoods and the distance. That makes this check weaker than it would be with counts.',
        }
      : { nl: 'Het aantal leerlingen van het eerste moment is geteld.', en: 'The pupils of the first moment were counted.' },
    {
      nl: `De kinderen komen uit een prognose vanaf 1 januari ${jumpOff}, met alleen wat toen bekend was. Hoe ver kinderen reizen en hoe sterk scholen verschillen is van nu.`,
      en: `The children come from a projection from 1 January ${jumpOff}, with only what was known then. How far children travel and how much schools differ is of today.`,
    },
    {
      nl: 'De kans gaat over minder leerlingen dan de norm. Dat is iets anders dan sluiten: de meeste scholen onder de norm blijven open, en soms gaat een grote school samen met een andere.',
      en: 'The chance is that of fewer pupils than the norm. That is not the same as closing: most schools below the norm stay open, and sometimes a large school merges with another.',
    },
  ]
}
