/** How wrong the same program was for wijken or buurten of the size of this one, beside "nothing changes". */
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'

export function SmallAreaTestNote({ projection: { smallAreaTest } }: { projection: ProjectionAnswer }) {
  const { t, format } = useLanguage()
  if (smallAreaTest === undefined) return null
  const text = t.outlook.smallAreaTest
  const { level, jumpOff, year, projected, noChange } = smallAreaTest
  const [own, guess] = [projected.median, noChange.median].map((error) => Math.round(error * 10) / 10) as [number, number]
  return (
    <p className="utrecht-paragraph">
      {text.tested(level, jumpOff, year, format.number(own, 1), format.number(guess, 1))} {own < guess ? text.better : own === guess ? text.same : text.worse} <SiteLink to="/vooruitblik/terugtoets">{text.more}</SiteLink>
    </p>
  )
}
