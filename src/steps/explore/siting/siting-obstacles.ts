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
export function listOwnObstacles({ document, sites }: SitingGround, { available }: AskedSiting): Remark[] {
  const inArea = sites.filter(({ kind }) => kind !== 'outside')
  const error = (nl: string, en: string): Remark[] => [{ severity: 'error', nl, en }]
  if (available.existing + available.added === 0 && document.mobile === undefined) return error('In dit gebied mag geen enkele locatie open. Laat nieuwe locaties toe, verbied er minder, of kies een groter gebied.', 'No site may be open in this area. Permit new sites, forbid fewer, or choose a larger area.')
  const { openCount } = document
  if (openCount === undefined) return []
  const forced = inArea.filter((site) => includesSite(document.forced, site))
  if (forced.length <= openCount) return []
  const names = listNames(forced.map(nameSite))
  return error(`Er mogen ${openCount} locaties open, maar ${forced.length} moeten open: ${names.nl}. Sta er meer toe, of maak er enkele vrij.`, `${openCount} sites may be open, but ${forced.length} must be: ${names.en}. Permit more, or set some free.`)
}

/** Who permits more sites than there are gets the plan of all that there are, and must know. */
export function describeSurplus({ document: { openCount, goal, togetherMetres }, sites }: SitingGround, { available: { existing, added } }: AskedSiting): Remark[] {
  const most = existing + added
  if (openCount === undefined || goal === 'setCovering' || openCount <= most || most === 0) return []
  const merged = describeMerged(sites.filter(({ kind }) => kind !== 'outside'), togetherMetres)
  return [{
    severity: 'notice',
    nl: `Er mogen hoogstens ${openCount} locaties open, maar er ${most === 1 ? 'kan er hier 1' : `kunnen er hier ${most}`} open: ${existing} van nu en ${added} nieuwe. Daarmee is gerekend.${merged.nl}`,
    en: `At most ${openCount} sites may be open, but ${most} can be here: ${existing} of today and ${added} new. The plans are made with these.${merged.en}`,
  }]
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
    nl: `Er zijn ${alternatives.count} plannen gevraagd. ${beside.nl} hooguit ${worse!.nl} procent slechter ${others > 1 ? 'zijn' : 'is'}, en duidelijk anders dan elk ander plan. Duidelijk anders is: ${least!.nl} procent van de mensen gaat naar een ander dorp, of van minstens twee locaties (en ${least!.nl} procent van alle) is het dorp anders.`,
    en: `${alternatives.count} plans were asked for. ${beside.en} at most ${worse!.en} percent worse, and clearly different from each other plan. Clearly different is: ${least!.en} percent of the people go to another village, or at least two sites (and ${least!.en} percent of all) stand in another village.`,
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
