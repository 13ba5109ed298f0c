/** What would make a plan possible where there is none, in words: by how much each demand must be wider if the rest of the question stays. */
import { countWords, inUnits } from '#domain/write-number.ts'
import type { Words } from '#domain/words.ts'
import type { Remedies, Remedy } from '#engines/siting/alternatives/find-remedies.ts'
import type { SitingGround } from '#steps/explore/siting/siting-ground.ts'
import type { Remark } from '#steps/explore/siting/siting-obstacles.ts'
import type { AskedSiting } from '#steps/explore/siting/siting-problem.ts'
import { FIXED_SITES } from '#steps/explore/siting/siting-stops.ts'
import { PEOPLE_WORDS, writeAmount } from '#steps/explore/siting/siting-words.ts'

/** Money in whole thousands. */
const THOUSAND = 1000

export function describeRemedies({ document }: Pick<SitingGround, 'document'>, { problem, besideCount }: Pick<AskedSiting, 'problem' | 'besideCount'>, { remedies, isComplete }: Remedies): Remark[] {
  const words = remedies.map((remedy) => describeRemedy(remedy))
  if (words.length === 0) return isComplete ? [NOTHING_ALONE] : []
  const isNearest = remedies.every((own) => own.isNearest)
  const about: Words = isNearest ? { nl: '', en: '' } : { nl: ' Misschien is minder al genoeg: dat zoeken duurde te lang.', en: ' Less may be enough: that search took too long.' }
  const list = (language: keyof Words, or: string) => words.map((own) => own[language]).join(`, ${or} `)
  return [{
    severity: 'notice',
    nl: `Er is wel een plan met ${list('nl', 'of met')}, als de rest van uw vraag zo blijft.${about.nl}`,
    en: `There is a plan with ${list('en', 'or with')}, if the rest of your question stays as it is.${about.en}`,
  }]

  function describeRemedy({ demand, limit, value }: Remedy): Words {
    const write = (amount: number, decimals = 0): Words => ({ nl: writeAmount(amount, 'nl', decimals), en: writeAmount(amount, 'en', decimals) })
    const who = PEOPLE_WORDS[document.people]
    switch (demand) {
      case 'normMinutes': {
        const rounded = Math.ceil(10 * value) / 10
        const minutes = write(rounded, 1)
        return { nl: `een norm van ${inUnits(minutes.nl, 'minuut', 'minuten')}`, en: `a norm of ${inUnits(minutes.en, 'minute', 'minutes')}` }
      }
      case 'openCount':
        return countWords(value - besideCount, ['locatie', 'locaties'], ['site', 'sites'])
      case 'minimumSize': {
        const size = write(value)
        return value === 0 ? { nl: 'geen minimaal aantal per locatie', en: 'no minimum per site' } : { nl: `een minimum van ${size.nl} ${who.nl} per locatie`, en: `a minimum of ${size.en} ${who.en} per site` }
      }
      case 'capacity': {
        const room = write(value)
        return { nl: `plaats voor ${room.nl} ${who.nl} op elke locatie`, en: `room for ${room.en} ${who.en} at every site` }
      }
      case 'limit':
        return describeLimit(limit!, value)
    }
  }

  function describeLimit(name: string, value: number): Words {
    if (name === FIXED_SITES) return countWords(value, ['vaste locatie', 'vaste locaties'], ['fixed site', 'fixed sites'])
    if (name === 'newSites') return countWords(value, ['nieuwe locatie', 'nieuwe locaties'], ['new site', 'new sites'])
    if (name === 'vehicleDays') return countWords(value, ['dag per week voor de rijdende voorziening', 'dagen per week voor de rijdende voorziening'], ['day a week for the mobile service', 'days a week for the mobile service'])
    const most = problem.limits!.find((limit) => limit.name === name)!.most
    const budget = THOUSAND * Math.ceil((document.budget! + value - most) / THOUSAND - 1e-9)
    return { nl: `een budget van ${writeAmount(budget, 'nl', 0)} euro per jaar`, en: `a budget of ${writeAmount(budget, 'en', 0)} euros a year` }
  }
}

const NOTHING_ALONE: Remark = {
  severity: 'notice',
  nl: 'Eén eis ruimer maken is niet genoeg. Verruim er meer tegelijk, of geef verplichte en verboden locaties vrij.',
  en: 'Making one demand wider is not enough. Widen several together, or set forced and forbidden sites free.',
}
