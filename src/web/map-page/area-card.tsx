/** The area that is pointed at or chosen: its figure, or why there is none, and the way to its page. */
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import { AreaCardFrame, EmptyAreaCard } from '#web/map/area-card-frame.tsx'
import type { AreaRow } from '#web/map/area-paint.ts'

interface AreaCardProps {
  row: AreaRow | undefined
  indicator: IndicatorAnswer
  level: AreaLevel
  year: number
}

export function AreaCard({ row, indicator, level, year }: AreaCardProps) {
  const { t, format, pick } = useLanguage()
  if (row === undefined) return <EmptyAreaCard hint={t.map.hint} />
  return (
    <AreaCardFrame
      code={row.code}
      name={row.name}
      about={
        <>
          {t.level[level]}
          {row.municipality !== '' && `, ${row.municipality}`}
        </>
      }
      figure={
        <>
          <span className="td-area-card__value">{row.value === undefined ? '–' : format.words(row.value, indicator)}</span>
          <span>
            {pick(indicator.name)}, {year}
          </span>
          {row.missing !== undefined && <span className="td-area-card__why">{t.missingExplanation[row.missing]}</span>}
        </>
      }
      links={
        <>
          <SiteLink to={placePath(row.code)}>
            {t.map.toPlace} {row.name}
          </SiteLink>
          <SiteLink to="/vergelijk" search={{ plaatsen: row.code }}>
            {t.map.addToCompare}
          </SiteLink>
        </>
      }
    />
  )
}
