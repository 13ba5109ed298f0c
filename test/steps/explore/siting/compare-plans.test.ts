import { describe, expect, it } from 'vitest'
import { describeBeside } from '#steps/explore/siting/compare-plans.ts'
import type { SitingGround } from '#steps/explore/siting/siting-ground.ts'

/** Two sites in Dorp, one in each other village. */
const sites = ['Dorp', 'Dorp', 'Eind', 'Zijde', 'Veen', 'Oord', 'Hei', 'Wijk', 'Meer'].map((village) => ({ village })) as unknown as SitingGround['sites']
type Fate = 'keeps' | 'merges' | 'moves' | 'closes' | 'new' | 'mobile'
const drawPlan = (fates: readonly Fate[], worsePercent = 0) => ({ worsePercent, sites: fates.map((fate, site) => ({ site, fate })) }) as unknown as Parameters<typeof describeBeside>[2]

describe('in what a plan differs from plan 1', () => {
  it('is how much worse, for how many people, and where a site is open in one of them only; a village with one site less is named with the numbers', () => {
    const first = drawPlan(['keeps', 'keeps', 'keeps', 'merges'])
    const own = drawPlan(['keeps', 'merges', 'closes', 'keeps', 'mobile', 'new'], 1.26)
    expect(describeBeside(sites, first, own, { shareElsewhere: 0.124, movedSites: 3 })).toEqual({
      nl: '1,3 procent slechter dan plan 1. 12,4 procent van de mensen gaat naar een ander dorp of een andere soort locatie dan in plan 1. Hier wel open, in plan 1 niet: Oord, Veen en Zijde. In plan 1 open, hier niet: Eind. Een ander aantal locaties: Dorp (1 en niet 2).',
      en: '1.3 percent worse than plan 1. 12.4 percent of the people go to another village, or another kind of site, than in plan 1. Open here and not in plan 1: Oord, Veen and Zijde. Open in plan 1 and not here: Eind. Another number of sites: Dorp (1 and not 2).',
    })
  })
  it('is nothing worse where it is as good, and names six villages at most', () => {
    const { nl } = describeBeside(sites, drawPlan([]), drawPlan(sites.map(() => 'keeps'), 0.001), { shareElsewhere: 0.5, movedSites: 1 })
    expect(nl).toBe('Even goed als plan 1. 50 procent van de mensen gaat naar een ander dorp of een andere soort locatie dan in plan 1. Maar één locatie is anders: plannen die meer verschillen vonden we niet genoeg. Hier wel open, in plan 1 niet: Dorp, Eind, Hei, Meer, Oord en nog 3 dorpen.')
  })
})
