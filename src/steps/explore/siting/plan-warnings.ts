/** What the figures of a plan do not show at first sight, in words. */
import type { Words } from '#domain/words.ts'
import type { BareOutcome } from '#steps/explore/siting/describe-outcome.ts'
import type { SitingGround } from '#steps/explore/siting/siting-ground.ts'
import { listNames, PEOPLE_WORDS, writeAmount } from '#steps/explore/siting/siting-words.ts'

/** Fewer people than this is rounding of a projection. */
const SOMEBODY = 0.5

export function listWarnings({ document, sites }: SitingGround, today: BareOutcome, plan: BareOutcome): Words[] {
  const who = PEOPLE_WORDS[document.people]
  const nl = (value: number) => writeAmount(value, 'nl', 0)
  const en = (value: number) => writeAmount(value, 'en', 0)
  const warnings: Words[] = []
  if (plan.openSites === 0) {
    warnings.push(
      plan.stops > 0
        ? { nl: 'In het gebied blijft geen vaste locatie open.', en: 'No fixed site stays open in the area.' }
        : { nl: 'In het gebied blijft geen enkele locatie open.', en: 'No site at all stays open in the area.' },
    )
  }
  if (plan.unserved - today.unserved >= SOMEBODY) {
    warnings.push({
      nl: `${nl(plan.unserved)} van de ${nl(plan.people)} ${who.nl} kunnen geen locatie bereiken. Nu zijn dat er ${nl(today.unserved)}. Zij tellen niet mee in de reistijden.`,
      en: `${en(plan.unserved)} of the ${en(plan.people)} ${who.en} can reach no site. Today it is ${en(today.unserved)}. They are not in the travel times.`,
    })
  }
  if (plan.leaving - today.leaving >= SOMEBODY) {
    warnings.push({
      nl: `${nl(plan.leaving)} ${who.nl} uit het gebied gaan naar een locatie daarbuiten. Nu zijn dat er ${nl(today.leaving)}. Of daar plaats voor hen is, en wat dat daar kost, weet het model niet.`,
      en: `${en(plan.leaving)} ${who.en} of the area go to a site beyond it. Today it is ${en(today.leaving)}. Whether there is room for them, and what it costs there, the model does not know.`,
    })
  }
  const lost = listLostDenominations(sites, plan)
  if (lost.length > 0) {
    const names = listNames(lost)
    warnings.push({ nl: `Van deze richtingen blijft er in het gebied geen school: ${names.nl}.`, en: `Of these denominations no school is left in the area: ${names.en}.` })
  }
  return warnings
}

/** Denominations with a school in the area today, and none that stays or moves. */
function listLostDenominations(sites: SitingGround['sites'], plan: BareOutcome): string[] {
  const denominationsOf = (own: readonly BareOutcome['sites'][number][]) => own.flatMap(({ site }) => sites[site]!.facilities.flatMap(({ denomination }) => denomination ?? []))
  const kept = new Set(denominationsOf(plan.sites.filter(({ fate }) => fate === 'keeps' || fate === 'moves')))
  return [...new Set(denominationsOf(plan.sites.filter(({ fate }) => fate !== 'new')))].filter((own) => !kept.has(own)).toSorted()
}
