/** How the place, and the areas it lies in, stand in the index "Basis op orde". */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { PlaceAnswer } from '#domain/answers/answers.ts'
import type { AreaInIndex } from '#domain/answers/index-answers.ts'
import type { IndexDocument } from '#domain/index-document.ts'
import { indicesQuery, placeInIndexQuery } from '#web/api/queries.ts'
import { useRankUncertainty } from '#web/api/rank-uncertainty.ts'
import { useLanguage } from '#web/app/language.tsx'
import { getLevelWord } from '#web/app/level-words.ts'
import { SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { readCertainty } from '#web/index-page/certainty-rows.ts'
import { RankCertainty } from '#web/index-page/rank-certainty.tsx'
import { useDimensionName } from '#web/index-page/use-dimension-name.ts'

export function IndexSection({ place }: { place: PlaceAnswer }) {
  const { t } = useLanguage()
  const answer = useQuery(placeInIndexQuery(place.figuresOf?.code ?? place.id))
  return (
    <Section title={t.index.place.title} id="index">
      <Answer query={answer}>{({ areas }) => (areas.length === 0 ? <p className="utrecht-paragraph">{t.index.place.noLevel}</p> : <Standings areas={areas} />)}</Answer>
    </Section>
  )
}

function Standings({ areas }: { areas: readonly AreaInIndex[] }) {
  const { t } = useLanguage()
  const detailed = areas.find(({ standing }) => standing !== undefined)
  return (
    <>
      <p className="utrecht-paragraph">{t.index.place.lead}</p>
      <ul className="td-place-index">
        {areas.map((area) => (
          <AreaStanding key={area.area.code} area={area} />
        ))}
      </ul>
      {detailed && <PlaceCertainty area={detailed} />}
      {detailed && <DimensionTable area={detailed} />}
      <p className="td-note">{t.index.careful}</p>
      <p className="td-actions">
        <SiteLink to="/index" search={{ niveau: getLevelWord((detailed ?? areas[0]!).area.level), gebied: (detailed ?? areas[0]!).area.code }}>
          {t.index.place.all}
        </SiteLink>
      </p>
    </>
  )
}

/** How sure the rank of this one area is; the run is that of all areas of its level, and is kept for who asks it next. */
function PlaceCertainty({ area: { area } }: { area: AreaInIndex }) {
  const indices = useQuery(indicesQuery())
  const document = indices.data?.indices[0]?.levels.find(({ level }) => level === area.level)?.document
  return document === undefined ? null : <AreaCertainty code={area.code} name={area.name} document={document} />
}

function AreaCertainty({ code, name, document }: { code: string; name: string; document: IndexDocument }) {
  const { t, format } = useLanguage()
  const [wanted, setWanted] = useState(false)
  const certainty = useRankUncertainty(document, wanted, () => setWanted(false), code)
  const own = certainty.result && readCertainty(certainty.result, 0)
  return (
    <div className="td-certainty">
      <RankCertainty state={certainty} wanted={wanted} button={`${t.index.sure.startPlace} (${name})`} onStart={() => setWanted(true)}>
        {own === undefined ? (
          <p className="utrecht-paragraph">{t.index.place.none}</p>
        ) : (
          <p className="utrecht-paragraph">
            <strong>{t.index.sure.sentence(format.number(own.low), format.number(own.high))}</strong> {t.index.sure.worstTenthSentence(`${format.number(100 * own.worstTenthShare)}%`)}{' '}
            {t.index.sure.mostSentence(own.most === undefined ? t.index.sure.nothing : t.index.sure.choices[own.most])}
          </p>
        )}
      </RankCertainty>
    </div>
  )
}

function AreaStanding({ area: { area, standing, missing, earlier } }: { area: AreaInIndex }) {
  const { t, format } = useLanguage()
  return (
    <li className="td-place-index__area">
      <p>
        {area.name} ({t.level[area.level]})
      </p>
      {standing === undefined ? (
        <p>
          {t.index.place.none} {t.missingExplanation[missing ?? 'tooFewFigures']}
        </p>
      ) : (
        <>
          <p className="td-place-index__rank">{t.index.rankOf(format.number(standing.rank), format.number(standing.of))}</p>
          <p>
            {t.index.score} {format.number(standing.score, 1)}
            {standing.tiedWith > 0 && `, ${t.index.tied(standing.tiedWith)}`}
          </p>
        </>
      )}
      {earlier?.standing && (
        <p className="td-note">
          {t.index.place.earlier(earlier.step.yearsBack, format.number(earlier.standing.rank), format.number(earlier.standing.of))}{' '}
          {t.index.place.earlierNote(`${format.number(100 * earlier.step.movingShare)}%`)}
        </p>
      )}
    </li>
  )
}

function DimensionTable({ area }: { area: AreaInIndex }) {
  const { t, format } = useLanguage()
  const nameDimension = useDimensionName()
  const columns: TableColumn<AreaInIndex['dimensions'][number]>[] = [
    { id: 'name', header: t.index.dimension, rowHeader: true, value: (row) => nameDimension(row) },
    { id: 'score', header: t.index.score, numeric: true, value: ({ standing }) => standing?.score, render: ({ standing }) => (standing ? format.number(standing.score, 1) : '–') },
    {
      id: 'rank',
      header: t.index.rank,
      numeric: true,
      value: ({ standing }) => standing?.rank,
      render: ({ standing }) => (standing ? t.index.place.of(format.number(standing.rank), format.number(standing.of)) : '–'),
    },
    { id: 'share', header: t.index.share, numeric: true, value: ({ share }) => share, render: ({ share }) => `${format.number(100 * share)}%` },
  ]
  return <DataTable caption={t.index.place.caption(area.area.name)} columns={columns} rows={area.dimensions} rowKey={({ id }) => id} />
}
