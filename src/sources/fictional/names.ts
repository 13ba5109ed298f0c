/** Village and municipality names put together from syllables; none may be a real Dutch place. */
import type { Random } from '#sources/fictional/random.ts'

const STARTS = `Aal Bier Bol Darp Dok Eel Ees Fer Folk Frie Gaast Garm Hal Heer Hier Ids Jel Jor Kim Kol Kruis Lam Liuw Lop Mar Mid
  Nan Noor Oever Olde Pie Poel Rau Rins Ruin Sib Sjoer Snik Sta Teer Tjam Uthu Veen Wel Wier Wirdu Zeer Zuur`.split(/\s+/)
/** More than half of the names have no middle. */
const MIDDLES = ['', '', '', '', '', '', '', '', 'de', 'ke', 'me', 'ne', 'ster', 'ter', 'les']
const ENDS = 'terp wierum huizen wolde woude veen zijl horn haule loo um ga meden wier werd burum broek gast buren akker kerk'.split(' ')
const MUNICIPAL_STARTS = 'Brem Duin Elzen Gors Harde Kwelder Lis Meeuw Noorder Slik Stroom Wad Wulpen Zilver Zand Biezen'.split(' ')
const MUNICIPAL_ENDS = ['terpen', 'delen', 'marke', 'lannen', 'wouden', 'kwartier', 'gouw']

/** Real places that the syllables spell. A test looks for others where the register of places is at hand. */
const REAL_PLACES = new Set(
  `bierum eesterga eesveen ferwerd ferwoude jorwerd kolhorn marum midwolde oldebroek oldekerk piekezijl pieterburen
  pieterzijl rauwerd veenhuizen wierhuizen wierum`.split(/\s+/),
)

/** Names of that many villages, all different. */
export function inventVillageNames(count: number, random: Random): string[] {
  return invent(count, () => `${random.pick(STARTS)}${random.pick(MIDDLES)}${random.pick(ENDS)}`)
}

/** Names of that many municipalities, all different. */
export function inventMunicipalityNames(count: number, random: Random): string[] {
  return invent(count, () => `${random.pick(MUNICIPAL_STARTS)}${random.pick(MUNICIPAL_ENDS)}`)
}

function invent(count: number, propose: () => string): string[] {
  const names = new Set<string>()
  while (names.size < count) {
    const name = propose()
    if (!REAL_PLACES.has(name.toLowerCase()) && !/(.)\1\1|[aeiou]{4}|sters?ter|terter/.test(name.toLowerCase())) names.add(name)
  }
  return [...names]
}
