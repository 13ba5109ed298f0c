/** Choosing the municipality to draw in, by the name of anything inside it. */
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { placeQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'

export function MunicipalityStep() {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const [id, setId] = useState<string>()
  const place = useQuery({ ...placeQuery({ id: id ?? '' }), enabled: id !== undefined }).data
  useEffect(() => {
    if (place === undefined) return
    const municipality = place.level === 'municipality' ? place.id : place.parents.find(({ level }) => level === 'municipality')?.code
    if (municipality === undefined) return
    const area = place.figuresOf?.code ?? place.id
    setState({
      gemeente: municipality,
      buurten: area.startsWith('BU') ? area : undefined,
      naam: place.kind === 'village' ? place.name : undefined,
    }, { replace: false })
  }, [place, setState])
  return (
    <Section title={t.own.step1} id="gemeente">
      <p className="utrecht-paragraph">{t.own.step1Hint}</p>
      <PlaceSearch id="eigen-zoek" label={t.search.label} onChoose={(result) => setId(result.id)} />
      {id !== undefined && <Loading />}
    </Section>
  )
}
