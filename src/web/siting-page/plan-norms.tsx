/** Which norms each plan meets, and for how many people not. */
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { FigureTable, type FigureColumn } from '#web/siting-page/plan-figures.tsx'

export function PlanNorms({ run, columns }: { run: SitingRunAnswer; columns: readonly FigureColumn[] }) {
  const { t, format, pick } = useLanguage()
  const text = t.siting.norms
  const people = t.siting.peopleWords[run.document.people]
  const set = run.norms
  if (set === undefined) return null
  if (set.norms.length === 0) return <p className="td-note">{text.nothingHere(pick(set.name))}</p>
  const writeTime = (at: number) => ({ norms }: SitingOutcome): string => {
    const beyond = norms[at]!.beyond
    return beyond === null ? text.otherMode : Math.round(beyond) === 0 ? text.met : text.notMet(format.number(beyond), people)
  }
  const writeSize = (at: number) => ({ norms }: SitingOutcome): string => {
    const small = norms[at]!.tooSmall ?? []
    return small.length === 0 ? text.met : text.tooSmall(small.length, small.map((site) => run.sites[site]!.village).join(', '))
  }
  const rows = set.norms.flatMap(({ mode, mostMinutes, leastSize }, at): (readonly [string, (outcome: SitingOutcome) => string])[] => [
    ...(mostMinutes === undefined ? [] : [[text.time(format.number(mostMinutes, Number.isInteger(mostMinutes) ? 0 : 1), t.reach.modes[mode].toLocaleLowerCase()), writeTime(at)] as const]),
    ...(leastSize === undefined ? [] : [[text.size(format.number(leastSize)), writeSize(at)] as const]),
  ])
  return (
    <>
      <FigureTable caption={text.caption(pick(set.name))} columns={columns.map(({ name }) => name)} rows={rows.map(([name, write]) => [name, columns.map(({ outcome }) => write(outcome))])} isText />
      <p className="td-note">{text.note(people)}</p>
    </>
  )
}
