/** What is said of a site in a plan. */
import { describe, expect, it } from 'vitest'
import type { SiteOutcome } from '#domain/answers/siting-answers.ts'
import { describeSite } from '#steps/explore/siting/siting-words.ts'

describe('the sentence of a site says', () => {
  it('what one minute, person or site costs, in the singular', () => {
    const outcome = { site: 0, fate: 'keeps', peopleToday: 12, people: 12, goesTo: [] as SiteOutcome['goesTo'], minutesToday: 3, minutes: 3, price: { atMost: 1.2, atLeast: 1.2 } } as const
    const parts = { outcome, siteName: 'De Zandbank', village: 'Oost', receivers: [], otherVillage: undefined, rule: 'forced', people: 'children4to11', goal: 'median', isCounted: true, waitingMinutes: 1, obstacle: undefined } as const
    const ends = (changes: Partial<Parameters<typeof describeSite>[0]>) => Object.values(describeSite({ ...parts, ...changes })).map((text) => text.split('. ').slice(1).join('. '))
    expect(ends({})).toEqual(['Gaat deze locatie toch dicht, dan reizen alle kinderen samen 1 minuut langer per rit.', 'If this site closes after all, all children together travel 1 minute longer a trip.'])
    expect(ends({ outcome: { ...outcome, price: { atMost: 2, atLeast: 1 } } })[0]).toContain('samen 1 tot 2 minuten langer')
    expect(ends({ goal: 'maximalCovering' })).toEqual(['Gaat deze locatie toch dicht, dan woont er 1 kind meer buiten de norm.', 'If this site closes after all, 1 child more lives beyond the norm.'])
    expect(ends({ goal: 'setCovering', rule: 'free' })).toEqual(['Zonder deze locatie is er 1 locatie meer nodig.', 'Without this site 1 site more is needed.'])
    expect(ends({ outcome: { ...outcome, fate: 'merges', price: { atMost: 7, atLeast: 7 } }, rule: 'forbidden', isCounted: false })[0]).toContain('Blijft deze locatie toch open, dan reizen alle kinderen samen 7 minuten langer')
    const stop = { ...outcome, fate: 'mobile', people: 1, stop: { daysPerWeek: 1, minutes: 1 }, price: undefined } as const
    expect(ends({ outcome: stop })[0]).toContain('Voor 1 kind is de halte de beste keus: de rit duurt gemiddeld 1 minuut. Voor het wachten op de dag rekenen we 1 minuut extra.')
    // Too little to write is not nought, and as long is not longer.
    expect(ends({ outcome: { ...outcome, price: { atMost: 0.3, atLeast: 0.3 } } })).toEqual(['Gaat deze locatie toch dicht, dan reizen alle kinderen samen minder dan 1 minuut langer per rit.', 'If this site closes after all, all children together travel less than 1 minute longer a trip.'])
    expect(ends({ goal: 'maximalCovering', outcome: { ...outcome, price: { atMost: 0.4, atLeast: 0.4 } } })[0]).toBe('Gaat deze locatie toch dicht, dan woont er minder dan 1 kind meer buiten de norm.')
    expect(ends({ outcome: { ...outcome, fate: 'merges', minutes: 3.01, price: undefined } })[0]).toContain('Zij reizen dan gemiddeld 3 minuten, even lang als nu.')
  })
})
