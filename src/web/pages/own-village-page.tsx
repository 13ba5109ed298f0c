/** A village made of neighbourhoods by its own residents. */
import { useQuery } from '@tanstack/react-query'
import type { AreaListAnswer, StatusAnswer } from '#domain/answers/answers.ts'
import { areasQuery, placeQuery, statusQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { readList } from '#web/app/search-state.ts'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { TextField } from '#web/components/text-field.tsx'
import { MunicipalityStep } from '#web/own-village/municipality-step.tsx'
import { NeighbourhoodStep } from '#web/own-village/neighbourhood-step.tsx'
import { OwnVillageResult } from '#web/own-village/own-village-result.tsx'

export function OwnVillagePage() {
  const { t } = useLanguage()
  const status = useQuery(statusQuery())
  return (
    <Page title={t.own.title} lead={t.own.lead}>
      <Answer query={status}>{(answer) => <Steps status={answer} />}</Answer>
    </Page>
  )
}

function Steps({ status }: { status: StatusAnswer }) {
  const { t } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const municipality = state['gemeente']
  const codes = readList(state['buurten'])
  const areas = useQuery({ ...areasQuery('neighbourhood', status.referenceYear, municipality), enabled: municipality !== undefined })
  const place = useQuery({ ...placeQuery({ id: municipality ?? '' }), enabled: municipality !== undefined })
  if (municipality === undefined) return <MunicipalityStep />
  const setCodes = (list: readonly string[]): void => setState({ buurten: list.join(',') })
  return (
    <>
      <Answer query={place}>
        {(answer) => (
          <Section title={t.own.step2(answer.name)} id="buurten">
            <Answer query={areas}>
              {(list: AreaListAnswer) => <NeighbourhoodStep municipality={answer} areas={list} codes={codes} onCodes={setCodes} status={status} />}
            </Answer>
          </Section>
        )}
      </Answer>
      <Section title={t.own.step3} id="naam">
        <TextField
          label={t.own.nameLabel}
          placeholder={t.own.namePlaceholder}
          value={state['naam'] ?? ''}
          onChange={(name) => setState({ naam: name })}
        />
      </Section>
      <OwnVillageResult codes={codes} name={state['naam']} />
    </>
  )
}
