/** Where distances that were published contradict ours. */
import { useQuery } from '@tanstack/react-query'
import type { DistanceComparison } from '#domain/answers/distance-answers.ts'
import { distanceComparisonsQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { FACILITY_PATHS } from '#web/reach-page/reach-choice.ts'

/** Where one of both lists probably has a facility that the other has not, by a rule and not by name. */
export function Contradictions({ comparison: { areas, publishedYear } }: { comparison: DistanceComparison }) {
  const { t } = useLanguage()
  return (['nearer', 'farther'] as const).map((which) => {
    const names = areas.filter(({ contradicts }) => contradicts === which).map(({ name }) => name)
    return names.length > 0 && <p key={which} className="utrecht-paragraph">{t.distances.contradicts[which](names.join(', '), publishedYear ?? 0)}</p>
  })
}

/** The same beside the distances themselves, once it is known. */
export function ContradictionsOf({ facilityType }: { facilityType: DistanceComparison['facilityType'] }) {
  const { t } = useLanguage()
  const comparison = useQuery(distanceComparisonsQuery()).data?.comparisons.find((one) => one.facilityType === facilityType)
  if (comparison === undefined || comparison.missing !== undefined) return null
  return (
    <>
      <Contradictions comparison={comparison} />
      <p className="utrecht-paragraph"><SiteLink to="/bereik/vergelijking" search={{ voorziening: FACILITY_PATHS[facilityType] }}>{t.distances.link}</SiteLink></p>
    </>
  )
}
