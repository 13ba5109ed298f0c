/** Norms for facilities held against an area: who falls outside, which villages meet them, and what is too small. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import type { NormSetListAnswer } from '#domain/answers/norm-answers.ts'
import { getAreaLevel, isAreaCode, type AreaLevel } from '#domain/area.ts'
import { facilityTypesQuery, placeQuery, statusQuery } from '#web/api/queries.ts'
import { normSetsQuery } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { readYear } from '#web/app/search-state.ts'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { useChosenScenario, type ScenarioGround } from '#web/chosen-scenario/chosen-scenario.ts'
import { findScenarioArea } from '#web/chosen-scenario/scenario-area.ts'
import { getJumpOff } from '#web/chosen-scenario/jump-off.ts'
import { ScenarioPicker } from '#web/chosen-scenario/scenario-picker.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Page } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { PeopleYearField } from '#web/components/people-year-field.tsx'
import { PlaceSearch } from '#web/components/place-search.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { findAskable, listUnusedOfNorms, readNormChoice, writeNorms } from '#web/norms-page/norm-choice.ts'
import { NormEditor } from '#web/norms-page/norm-editor.tsx'
import { NormDocuments, NormResult } from '#web/norms-page/norm-result.tsx'

export function NormsPage() {
  const { t } = useLanguage()
  const types = useQuery(facilityTypesQuery())
  const sets = useQuery(normSetsQuery())
  return (
    <Page title={t.norms.title} lead={t.norms.lead}>
      <Answer query={types} tall>
        {(list) => <Answer query={sets} tall>{({ normSets }) => <NormsContent types={list} sets={normSets} />}</Answer>}
      </Answer>
    </Page>
  )
}

/** Areas that are listed: a step or two down from the one that is looked at. */
const LISTED: Readonly<Record<AreaLevel, AreaLevel>> = { country: 'province', landsdeel: 'municipality', province: 'municipality', corop: 'municipality', municipality: 'neighbourhood', district: 'neighbourhood', neighbourhood: 'neighbourhood' }

function NormsContent({ types, sets }: { types: FacilityTypeListAnswer; sets: NormSetListAnswer['normSets'] }) {
  const { t, pick } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const { gebied, scenario: reference } = state
  const within = gebied !== undefined && isAreaCode(gebied) ? gebied : undefined
  const status = useQuery(statusQuery()).data
  const chosen = useChosenScenario(reference, useScenarioGround(within, status && getJumpOff(status)))
  const choice = readNormChoice(state, sets, t.norms.ownName)
  if (choice === undefined) return null
  const set = sets.find(({ id }) => id === choice.id)
  const document = findAskable(choice.document)
  const year = status?.missingForProjection.length === 0 ? readYear(state['jaar']) : undefined
  const level = within === undefined ? 'province' : LISTED[getAreaLevel(within)]
  return (
    <>
      <AddressNotice unused={listUnusedOfNorms(state, choice, { setName: set ? pick(set.name) : t.norms.ownName, country: t.norms.country, year: status === undefined ? readYear(state['jaar']) : year })} />
      <div className="td-controls td-controls--even">
        <SelectField
          label={t.norms.set}
          value={choice.id}
          options={[...sets.map(({ id, name }) => ({ value: id, text: pick(name) })), ...(set === undefined ? [{ value: choice.id, text: t.norms.ownName }] : [])]}
          onChange={(id) => setState(id === choice.id ? {} : { normen: id, eigen: undefined })}
        />
        {status?.missingForProjection.length === 0 && <PeopleYearField year={year} countedYear={status.referenceYear} />}
      </div>
      <Where within={within} />
      {set && <p className="utrecht-paragraph">{pick(set.description)}</p>}
      <ScenarioPicker chosen={chosen} />
      {document === undefined && <p className="td-note">{t.norms.none}</p>}
      {document && status && (reference === undefined || chosen.document !== undefined) && <NormResult asked={{ level, within, year, norms: document, scenario: chosen.document }} types={types.facilityTypes} />}
      <NormEditor norms={choice.document.norms} types={types.facilityTypes} onChange={(norms) => setState({ eigen: writeNorms(norms) || undefined, normen: undefined })} />
      <NormDocuments document={choice.document} onOpen={(opened) => setState({ eigen: writeNorms(opened.norms), normen: undefined })} />
    </>
  )
}

/** Growth and shrink are in the municipality that is looked at, or in the larger area. */
function useScenarioGround(within: string | undefined, jumpOff: number | undefined): ScenarioGround | undefined {
  const place = useQuery({ ...placeQuery({ id: within ?? '' }), enabled: within !== undefined }).data
  if (jumpOff === undefined || (within !== undefined && place === undefined)) return undefined
  const own = place && within !== undefined ? findScenarioArea(place) : undefined
  return { areas: own ? [own.code] : [], name: own?.name, jumpOff }
}

/** A village is looked at with its municipality: norms are about more than one point. */
function Where({ within }: { within: string | undefined }) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const client = useQueryClient()
  const place = useQuery({ ...placeQuery({ id: within ?? '' }), enabled: within !== undefined })
  const choose = async (id: string): Promise<void> => {
    const { kind, level, parents } = await client.fetchQuery(placeQuery({ id }))
    const municipality = parents.find((parent) => parent.level === 'municipality')?.code
    setState({ gebied: kind === 'area' && level !== undefined ? id : (municipality ?? id) })
  }
  return (
    <>
      <PlaceSearch id="normen-plaats" label={t.norms.where} onChoose={({ id }) => void choose(id)} />
      <p className="td-actions">
        <strong role="status">{within === undefined ? t.norms.country : (place.data?.name ?? within)}</strong>
        {within !== undefined && (
          <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => setState({ gebied: undefined })}>
            {t.norms.wholeCountry}
          </button>
        )}
      </p>
    </>
  )
}
