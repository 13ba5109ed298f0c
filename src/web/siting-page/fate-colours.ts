/** What happens to a site, in a colour; a site that closes is a ring and a stop is small, so that colour is not all that tells. */
import type { SiteOutcome } from '#domain/answers/siting-answers.ts'

export const FATE_COLOURS: Readonly<Record<SiteOutcome['fate'] | 'outside', string>> = {
  keeps: '#0b6b4f', merges: '#b3451e', moves: '#6a3d9a', closes: '#8a5a00', new: '#1f5fa8', mobile: '#8f2d77', outside: '#7b8a91',
}

export const isClosed = (fate: SiteOutcome['fate'] | 'outside'): boolean => fate === 'merges' || fate === 'moves' || fate === 'closes'
