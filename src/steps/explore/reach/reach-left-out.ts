/** Who and what is in none of the figures about travel times, by name. For files and the terminal. */
import type { ReachAnswer } from '#domain/answers/reach-answers.ts'
import { writeNumber } from '#domain/write-number.ts'
import { say, type Language } from '#steps/see/export-table.ts'

type NamedBuurt = ReachAnswer['unreached'][number]

/** Label and text of each group that has somebody in it; of more than `mostNames` the others are counted. */
export function describeLeftOut({ unreached, unknownPlaces, notProjected, facilitiesOutside, peopleYear }: ReachAnswer, language: Language, mostNames = Infinity): [string, string][] {
  const number = (value: number) => writeNumber(value, language, { maximumFractionDigits: 0 })
  const list = (label: string, consequence: string, names: readonly string[]): [string, string][] => {
    const others = Math.max(0, names.length - mostNames)
    const shown = names.slice(0, names.length - others).join(', ')
    return names.length === 0 ? [] : [[label, `${number(names.length)}, ${consequence}: ${shown}${others === 0 ? '' : say(language, ` en nog ${number(others)}`, ` and ${number(others)} more`)}`]]
  }
  const nameBuurten = (buurten: readonly NamedBuurt[]) => buurten.toSorted((a, b) => b.inhabitants - a.inhabitants).map(({ name, inhabitants }) => `${name} (${number(inhabitants)} ${inhabitants === 1 ? say(language, 'inwoner', 'inhabitant') : say(language, 'inwoners', 'inhabitants')})`)
  const nowhere = say(language, 'tellen nergens mee', 'in none of the figures')
  return [
    ...list(say(language, 'Buurten zonder bekende reistijd', 'Buurten without a known travel time'), say(language, 'tellen niet mee als te ver', 'do not count as too far'), nameBuurten(unreached)),
    ...list(say(language, 'Buurten zonder bekende plek', 'Buurten without a known place'), nowhere, nameBuurten(unknownPlaces)),
    ...list(say(language, `Buurten die niet in de prognose van ${peopleYear} staan`, `Buurten that are not in the projection of ${peopleYear}`), nowhere, nameBuurten(notProjected)),
    ...list(say(language, 'Plekken in zee of in het buitenland', 'Locations at sea or abroad'), say(language, 'waarschijnlijk fout in de bron', 'probably wrong in the source'), facilitiesOutside.map(({ name }) => name)),
  ]
}
