/** Schools on the map, coloured by their chance to have too few pupils. */
import { useCallback, useMemo } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { ListedSchool, SchoolListAnswer, SchoolScenarioAnswer } from '#domain/answers/school-answers.ts'
import { statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { ChartKey } from '#web/charts/chart-key.tsx'
import { NETHERLANDS_BOUNDS, type Bounds } from '#web/map/bounds.ts'
import { ColouredPointLayer } from '#web/map/coloured-point-layer.tsx'
import { LandLayer } from '#web/map/land-layer.tsx'
import { MapView } from '#web/map/map-view.tsx'
import { NameLayer } from '#web/map/name-layer.tsx'
import { BAND_COLOURS, BANDS, findBand } from '#web/schools-page/school-choice.ts'

export function SchoolsMap({ answer, chosen }: { answer: SchoolListAnswer | SchoolScenarioAnswer; chosen: string | undefined }) {
  const { t, format } = useLanguage()
  const setState = useSetUrlState()
  const hasMunicipalities = useQuery(statusQuery()).data?.levels.some(({ level, shapeYear }) => level === 'municipality' && shapeYear !== undefined)
  const points = useMemo(
    () => answer.schools.map(({ code, point, chance }) => ({ code, point, colour: BAND_COLOURS[findBand(chance)], order: chance ?? -1 })),
    [answer.schools],
  )
  const choose = useCallback((code: string) => setState({ school: code }), [setState])
  const counts = new Map(BANDS.map((band) => [band, answer.schools.filter(({ chance }) => findBand(chance) === band).length]))
  return (
    <figure className="td-figure">
      <figcaption className="td-figure__title">{t.schools.mapTitle(answer.year)}{'scenario' in answer && ` (${t.scenarios.onReach.title(answer.scenario.name)})`}</figcaption>
      <ChartKey entries={BANDS.filter((band) => counts.get(band)! > 0).map((band) => ({ name: `${t.schools.bands[band]}: ${format.number(counts.get(band)!)}`, colour: BAND_COLOURS[band] }))} />
      <MapView bounds={findBounds(answer.schools)} label={t.schools.mapLabel(format.number(answer.schools.length))}>
        {hasMunicipalities && <LandLayer />}
        <NameLayer kinds={['province', 'place']} />
        <ColouredPointLayer points={points} chosen={chosen} onChoose={choose} />
      </MapView>
    </figure>
  )
}

/** Around all schools, with room for one alone. */
function findBounds(schools: readonly ListedSchool[]): Bounds {
  if (schools.length === 0) return NETHERLANDS_BOUNDS
  const [longitudes, latitudes] = [schools.map(({ point }) => point[0]), schools.map(({ point }) => point[1])]
  return [Math.min(...longitudes) - 0.03, Math.min(...latitudes) - 0.02, Math.max(...longitudes) + 0.03, Math.max(...latitudes) + 0.02]
}
