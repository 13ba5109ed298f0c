/** In what a plan differs from plan 1, in a plain sentence: how much worse, for how many people, and in which villages. */
import type { SitingPlanAnswer } from '#domain/answers/siting-answers.ts'
import type { PlanDistance } from '#engines/siting/alternatives/plan-distance.ts'
import { writeList, type Words } from '#domain/words.ts'
import type { SitingGround } from '#steps/explore/siting/siting-ground.ts'
import { writeAmount } from '#steps/explore/siting/siting-words.ts'

type Drawn = Pick<SitingPlanAnswer, 'sites'>
/** So many villages are named; the rest is counted. */
const MOST_NAMED = 6

export function describeBeside(sites: SitingGround['sites'], first: Drawn, own: Drawn & Pick<SitingPlanAnswer, 'worsePercent'>, { shareElsewhere, movedSites }: Pick<PlanDistance, 'shareElsewhere' | 'movedSites'>): Words {
  const [before, after] = [countOpen(sites, first), countOpen(sites, own)]
  const villages = [...new Set([...before.keys(), ...after.keys()])].toSorted((a, b) => a.localeCompare(b, 'nl'))
  const [opens, closes] = [villages.filter((village) => !before.has(village)), villages.filter((village) => !after.has(village))]
  const changes = villages.filter((village) => before.has(village) && after.has(village) && before.get(village) !== after.get(village))
  const write = (language: 'nl' | 'en') => ({
    worse: writeAmount(own.worsePercent, language, 1),
    elsewhere: writeAmount(100 * shareElsewhere, language, 1),
    changed: changes.map((village) => (language === 'nl' ? `${village} (${after.get(village)!} en niet ${before.get(village)!})` : `${village} (${after.get(village)!} and not ${before.get(village)!})`)),
  })
  const [dutch, english] = [write('nl'), write('en')]
  return {
    nl: [
      dutch.worse === '0' ? 'Even goed als plan 1.' : `${dutch.worse} procent slechter dan plan 1.`,
      `${dutch.elsewhere} procent van de mensen gaat naar een ander dorp of een andere soort locatie dan in plan 1.`,
      ...(movedSites === 1 ? ['Maar één locatie is anders: plannen die meer verschillen vonden we niet genoeg.'] : []),
      ...(opens.length > 0 ? [`Hier wel open, in plan 1 niet: ${nameSome(opens, 'nl')}.`] : []),
      ...(closes.length > 0 ? [`In plan 1 open, hier niet: ${nameSome(closes, 'nl')}.`] : []),
      ...(changes.length > 0 ? [`Een ander aantal locaties: ${nameSome(dutch.changed, 'nl')}.`] : []),
    ].join(' '),
    en: [
      english.worse === '0' ? 'As good as plan 1.' : `${english.worse} percent worse than plan 1.`,
      `${english.elsewhere} percent of the people go to another village, or another kind of site, than in plan 1.`,
      ...(movedSites === 1 ? ['Only one site is otherwise: of plans that differ more we did not find enough.'] : []),
      ...(opens.length > 0 ? [`Open here and not in plan 1: ${nameSome(opens, 'en')}.`] : []),
      ...(closes.length > 0 ? [`Open in plan 1 and not here: ${nameSome(closes, 'en')}.`] : []),
      ...(changes.length > 0 ? [`Another number of sites: ${nameSome(english.changed, 'en')}.`] : []),
    ].join(' '),
  }
}

function countOpen(sites: SitingGround['sites'], plan: Drawn): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { site, fate } of plan.sites) {
    if (fate !== 'keeps' && fate !== 'new' && fate !== 'mobile') continue
    const { village } = sites[site]!
    counts.set(village, (counts.get(village) ?? 0) + 1)
  }
  return counts
}

function nameSome(villages: readonly string[], language: 'nl' | 'en'): string {
  const named = villages.slice(0, villages.length > MOST_NAMED ? MOST_NAMED - 1 : MOST_NAMED)
  const left = villages.length - named.length
  const and = language === 'nl' ? 'en' : 'and'
  return writeList(left > 0 ? [...named, language === 'nl' ? `nog ${left} dorpen` : `${left} more villages`] : named, and)
}
