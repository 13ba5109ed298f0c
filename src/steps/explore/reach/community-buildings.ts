/** Which buildings where people vote are a community building, by their name: Dorpshuis, Doarpshûs, MFC, Huis van de Wijk … */
/** House in Dutch, Frisian and the dialects that names are written in. */
const HOUSE = '(?:huis|huys|huus|uus|hus|hoes)'
const VENUE = '(?:ac+om+odatie|centrum|gebouw)'

/** Words for a house of the whole village or neighbourhood; "MFC" and "SCC" stand for what is written out before them. */
const OF_THE_COMMUNITY = new RegExp(
  [
    `(?:d[ou]a?rps?-?|buurt|wijk|gemeenschaps?)${HOUSE}`,
    `(?:dorps|buurt|wijk|gemeenschaps)-?${VENUE}`,
    'huis (?:van de|v/d|vd) (?:buurt|wijk)',
    'multi-? ?functione+l', String.raw`\bm\.?f\.?[ac]\b`,
    'brede maatschappelijke voorziening', String.raw`\bbmv\b`,
    `kultuu?rs?${HOUSE}`,
    `ontmoetings(?:centrum|huis)`,
    'trefcentrum',
    String.raw`soc\w*\.?(?: en |-| )cult\w*\.? ?centrum`, String.raw`\bs\.?c\.?c\b`,
  ].join('|'),
)

/** Names that such houses often bear, and cafés, homes for the elderly and churches too. */
const NAME_OF_MANY = /\btrefpunt\b|\bons (?:huis|huus)\b|\bus hus\b/
const OF_ANOTHER_KIND = /cafe|party|restaurant|zorg|verple|appartement|kerk|school|kindcentrum|\bikc\b|gym|sport|stadhuis|gemeentehuis|\bb?atv\b/

/** What it was. */
const FORMER = /voorheen|voormalig/

/** Buildings that may be open to everybody, or belong to a church, a club or a home. */
const UNCLEAR = /verenigings?gebouw|cultureel centrum|cultuurhuis|dienstencentrum|activiteitencentrum|(?:dorps|buurt)kamer|wijksteunpunt|parochie(?:huis|centrum)|zalencentrum/

/** Lower case without marks above letters and quotation marks. */
const simplify = (name: string): string => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/['’‘`´"]/g, '')

/** Which of the polling stations in the building it is: "Bureau I + II", "stembureau 1". */
const OFFICE = /[\s,–-]*\b(?:stem)?bureau\s+(?:[ivx]+|\d+)(?:\s*\+\s*(?:[ivx]+|\d+))*$/i

/** The building, without which of its polling stations the row is about. */
export const nameBuilding = (name: string): string => name.replace(OFFICE, '').trim() || name

type Judgement = 'community' | 'unclear' | 'other'

/** What kind of building a name tells of. */
export function judgeBuilding(name: string): Judgement {
  const plain = simplify(name)
  if (OF_THE_COMMUNITY.test(plain)) return FORMER.test(plain) ? 'unclear' : 'community'
  if (UNCLEAR.test(plain)) return 'unclear'
  if (!NAME_OF_MANY.test(plain)) return 'other'
  return OF_ANOTHER_KIND.test(plain) ? 'unclear' : 'community'
}
