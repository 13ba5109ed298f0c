/** The area that is pointed at or chosen: its rank and score, by dimension, and the way to its page. */
import type { IndexScoresAnswer } from '#domain/answers/index-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink } from '#web/app/url.tsx'
import type { Certainty } from '#web/index-page/certainty-rows.ts'
import type { IndexRow } from '#web/index-page/index-rows.ts'
import { useDimensionName } from '#web/index-page/use-dimension-name.ts'
import { AreaCardFrame, EmptyAreaCard } from '#web/map/area-card-frame.tsx'

interface IndexCardProps {
  row: IndexRow | undefined
  level: AreaLevel
  scores: IndexScoresAnswer
  certainty: Certainty | undefined
}

export function IndexCard({ row, level, scores, certainty }: IndexCardProps) {
  const { t, format } = useLanguage()
  const nameDimension = useDimensionName()
  if (row === undefined) return <EmptyAreaCard className="td-index-card" hint={t.index.hint} />
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
      className="td-index-card"
      figure={
        row.rank === undefined || row.score === undefined ? (
        <>
          <span className="td-area-card__value">–</span>
          <span className="td-area-card__why">{t.missingExplanation[row.missing ?? 'tooFewFigures']}</span>
        </>
      ) : (
        <>
          <span className="td-area-card__value">{t.index.rankOf(format.number(row.rank), format.number(scores.rankedCount))}</span>
          <span>
            {t.index.score} {format.number(row.score, 1)}
          </span>
          {certainty && <span>{t.index.sure.short(format.number(certainty.low), format.number(certainty.high))}</span>}
          {row.tiedWith > 0 && <span>{t.index.tied(row.tiedWith)}</span>}
        </>
      )
      }
      links={
        <SiteLink to={placePath(row.code)}>
          {t.map.toPlace} {row.name}
        </SiteLink>
      }
    >
      <ul className="td-index-parts" aria-label={t.index.dimensions}>
        {scores.dimensions.map((dimension, at) => {
          const score = row.dimensions[at]
          return (
            <li key={dimension.id}>
              {nameDimension(dimension)} <strong>{score === undefined ? '–' : format.number(score)}</strong>
            </li>
          )
        })}
      </ul>
    </AreaCardFrame>
  )
}
