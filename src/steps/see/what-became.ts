/** What became of an area that is no more. */
import { listSuccessors } from '#domain/area-successors.ts'
import { getMunicipalityCode, type AreaCode } from '#domain/area.ts'
import { writeList, type Words } from '#domain/words.ts'
import type { Statistics } from '#statistics/statistics.ts'

/** A sentence with a space before it; no text for what was not dissolved, or is of no municipality. Of a wijk or buurt it tells what became of its municipality. */
export function describeWhatBecame({ boundaryChanges, findArea }: Pick<Statistics, 'boundaryChanges' | 'findArea'>, code: AreaCode): Words {
  const municipality = /^(GM|WK|BU)/.test(code) ? getMunicipalityCode(code) : code
  const ends = listSuccessors(boundaryChanges, municipality).filter((own) => own !== municipality)
  if (ends.length === 0) return { nl: '', en: '' }
  const name = (own: AreaCode): string => findArea(own)?.name ?? boundaryChanges.find(({ to }) => to === own)?.toName ?? own
  const names = ends.map((own) => `${name(own)} (${own})`)
  const former = boundaryChanges.find(({ from }) => from === municipality)!.fromName
  const [nl, en] = code === municipality ? ['Het ging', 'It went'] : [`De gemeente ${former} ging`, `The municipality of ${former} went`]
  return { nl: ` ${nl} op in ${writeList(names, 'en')}.`, en: ` ${en} into ${writeList(names, 'and')}.` }
}
