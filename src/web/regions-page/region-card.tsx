/** The region that is pointed at or chosen: people, how much stays within, and the borders it crosses. */
import type { DailyRegion, DailyRegionsAnswer } from '#domain/answers/region-answers.ts'
import { writeDailyRegionCode } from '#domain/daily-region-code.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { AreaCardFrame, EmptyAreaCard } from '#web/map/area-card-frame.tsx'

const SHOWN = ['province', 'corop', 'ggd'] as const

export function RegionCard({ region, answer }: { region: DailyRegion | undefined; answer: DailyRegionsAnswer }) {
  const { t, format, pick } = useLanguage()
  if (region === undefined) return <EmptyAreaCard hint={t.regions.hint} />
  const lines = SHOWN.flatMap((id) => {
    const division = answer.divisions.find((own) => own.id === id)
    const crossing = region.crossings.find((own) => own.division === id)
    return division && crossing ? [{ name: pick(division.name), crossing }] : []
  })
  return (
    <AreaCardFrame
      code={region.id}
      parameter="regio"
      name={region.name}
      figure={
        <>
          <span className="td-area-card__value">{t.regions.people(format.number(region.people))}</span>
          <span>{region.isIsland ? t.regions.island : t.regions.stays(`${format.number(100 * region.stays)}%`)}</span>
        </>
      }
    >
      <p>
        <SiteLink to="/selectie" search={{ binnen: writeDailyRegionCode(answer.count, region.id) }}>
          {t.regions.select}
        </SiteLink>
      </p>
      {region.pieces > 1 && <p>{t.regions.pieces(region.pieces)}</p>}
      <ul className="td-verdicts__figures">
        {lines.map(({ name, crossing }) => (
          <li key={crossing.division}>
            {crossing.partCount === 1 ? t.regions.within(name, crossing.parts[0]?.name ?? '') : t.regions.crosses(name, crossing.partCount, format.number(crossing.peopleOutsideLargest))}
          </li>
        ))}
      </ul>
    </AreaCardFrame>
  )
}
