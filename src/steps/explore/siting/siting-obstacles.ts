/** What stands in the way of a plan, with the places and sites named and counted as people asked: without the sites beyond the border. */
import type { SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import type { Words } from '#domain/words.ts'
import { describeObstacle, type SitingObstacle } from '#engines/siting/obstacles.ts'
import type { SitingGround } from '#steps/explore/siting/siting-ground.ts'
import type { AskedSiting } from '#steps/explore/siting/siting-problem.ts'
import { countFacilities, includesSite, nameSite } from '#steps/explore/siting/siting-sites.ts'
import { listNames, writeAmount } from '#steps/explore/siting/siting-words.ts'

export type Remark = SitingRunAnswer['remarks'][number]

/** What the engine would count otherwise than people do. Empty where it can go on. */
export function listOwnObstacles({ document, sites }: SitingGround, { rules }: AskedSiting): Remark[] {
  const inArea = sites.filter(({ kind }) => kind !== 'outside')
  const existing = inArea.filter((site, at) => site.kind === 'existing' && rules[at] !== 'forbidden').length
  const possible = inArea.filter((site, at) => site.kind === 'candidate' && rules[at] !== 'forbidden').length
  const available = existing + Math.min(possible, document.newSites)
  const error = (nl: string, en: string): Remark[] => [{ severity: 'error', nl, en }]
  if (available === 0 && document.mobile === undefined) return error('In dit gebied mag geen enkele locatie open. Laat nieuwe locaties toe, verbied er minder, of kies een groter gebied.', 'No site may be open in this area. Permit new sites, forbid fewer, or choose a larger area.')
  const { openCount } = document
  if (openCount === undefined) return []
  if (openCount > available) {
    const merged = describeMerged(inArea, document.togetherMetres)
    return error(
      `Er mogen ${openCount} locaties open, maar er kunnen er hoogstens ${available} open: ${existing} die er nu zijn en ${available - existing} nieuwe. Kies hoogstens ${available}, of laat meer nieuwe toe.${merged.nl}`,
      `${openCount} sites may be open, but at most ${available} can be: ${existing} that are there today and ${available - existing} new ones. Choose at most ${available}, or permit more new ones.${merged.en}`,
    )
  }
  const forced = inArea.filter((site) => includesSite(document.forced, site))
  if (forced.length <= openCount) return []
  const names = listNames(forced.map(nameSite))
  return error(`Er mogen ${openCount} locaties open, maar ${forced.length} moeten open: ${names.nl}. Sta er meer toe, of maak er enkele vrij.`, `${openCount} sites may be open, but ${forced.length} must be: ${names.en}. Permit more, or set some free.`)
}

/** In a town many facilities are one site: who asks for their number must know. */
function describeMerged(sites: SitingGround['sites'], metres: number): Words {
  const existing = sites.filter(({ kind }) => kind === 'existing')
  const all = existing.reduce((sum, site) => sum + countFacilities(site), 0)
  if (all === existing.length) return { nl: '', en: '' }
  const [nl, en] = [writeAmount(metres, 'nl', 0), writeAmount(metres, 'en', 0)]
  return {
    nl: ` Wat binnen ${nl} meter van elkaar staat, is hier één locatie: ${all} voorzieningen zijn ${existing.length} locaties. Kies onder “Fijner instellen” minder meters om ze uit elkaar te houden.`,
    en: ` What is within ${en} metres of each other is one site here: ${all} facilities are ${existing.length} sites. Choose fewer metres under “Finer settings” to keep them apart.`,
  }
}

/** Demands that no site of the area meets do not make a plan impossible: everybody goes beyond the border. That must not pass unseen. */
export function describeEmptied({ sites, document }: SitingGround, best: SitingRunAnswer['plans'][number] | undefined): Remark[] {
  if (best === undefined || best.openSites > 0 || best.stops > 0) return []
  const used = new Set(best.trips.map(({ site }) => site))
  const names = listNames([...used].map((site) => nameSite(sites[site]!)))
  const divide: Words = document.assignment === 'nearest' && document.capacity !== undefined ? { nl: ' Of laat het plan de mensen verdelen: nu gaat ieder naar de dichtstbijzijnde, ook als die vol is.', en: ' Or let the plan divide the people: now all go to the nearest, even when it is full.' } : { nl: '', en: '' }
  return [{
    severity: 'notice',
    nl: `In plan 1 blijft in het gebied niets open: geen enkele locatie voldoet aan uw eisen. Iedereen gaat naar buiten het gebied: ${names.nl}. Verlaag het minimum, of verruim de andere eisen.${divide.nl}`,
    en: `In plan 1 nothing stays open in the area: no site meets your demands. Everybody goes outside the area: ${names.en}. Lower the minimum, or widen the other demands.${divide.en}`,
  }]
}

/** Fewer plans than were asked for are no fault: there are no more that are as good and as different. */
export function describeFewer({ document: { alternatives } }: SitingGround, found: number): Remark[] {
  if (found === 0 || found >= alternatives.count) return []
  const [worse, least] = [alternatives.worsePercent, alternatives.leastPercent].map((percent): Words => ({ nl: writeAmount(percent, 'nl', 1), en: writeAmount(percent, 'en', 1) }))
  const others = found - 1
  const beside: Words = others === 0
    ? { nl: 'Naast plan 1 vonden we geen ander plan dat', en: 'Beside plan 1 we found no other plan that is' }
    : others === 1
      ? { nl: 'Naast plan 1 vonden we één plan dat', en: 'Beside plan 1 we found one plan that is' }
      : { nl: `Naast plan 1 vonden we ${others} plannen die`, en: `Beside plan 1 we found ${others} plans that are` }
  return [{
    severity: 'notice',
    nl: `Er zijn ${alternatives.count} plannen gevraagd. ${beside.nl} hooguit ${worse!.nl} procent slechter ${others > 1 ? 'zijn' : 'is'}, en waarbij minstens ${least!.nl} procent van de mensen naar een ander dorp gaat dan in elk ander plan.`,
    en: `${alternatives.count} plans were asked for. ${beside.en} at most ${worse!.en} percent worse, and in which at least ${least!.en} percent of the people go to another village than in each other plan.`,
  }]
}

export function describeObstacleFor({ places, sites }: SitingGround, { besideCount, standsAt }: AskedSiting, obstacle: SitingObstacle): Remark {
  const isOfSites = obstacle.code === 'cannotReachAll' || obstacle.code === 'tooManySites' || obstacle.code === 'tooManyForced'
  const round = (value: number | undefined) => (value === undefined ? undefined : Math.round(10 * value) / 10)
  const [asked, available] = [round(obstacle.asked), round(obstacle.available)]
  const shown: SitingObstacle = {
    ...obstacle,
    ...(asked !== undefined && { asked: isOfSites ? asked - besideCount : asked }),
    ...(available !== undefined && { available: isOfSites ? available - besideCount : available }),
  }
  const { nl, en } = describeObstacle(shown, { place: (at) => places[at]!.name, site: (at) => nameSite(sites[standsAt[at]!]!) })
  return { severity: obstacle.severity, nl, en }
}
