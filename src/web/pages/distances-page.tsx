/** Our distances beside those that CBS published: how far they agree, and where not. */
import { useQuery } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { DistanceComparison } from '#domain/answers/distance-answers.ts'
import { describeLicence } from '#domain/licence.ts'
import { distanceComparisonsQuery } from '#web/api/queries.ts'
import { listUnused } from '#web/app/address-check.ts'
import { useLanguage } from '#web/app/language.tsx'
import { placePath, SiteLink, useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { AddressNotice } from '#web/components/address-notice.tsx'
import { Alert } from '#web/components/alert.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { Contradictions } from '#web/reach-page/contradictions.tsx'
import { FACILITY_PATHS } from '#web/reach-page/reach-choice.ts'

export function DistancesPage() {
  const { t } = useLanguage()
  const query = useQuery(distanceComparisonsQuery())
  return (
    <Page title={t.distances.title} lead={t.distances.lead} above={<SiteLink to="/bereik">{t.reach.title}</SiteLink>}>
      <Alert kind="info" title={t.index.validation.noProof}>
        <p>{t.distances.noProof}</p>
      </Alert>
      <Answer query={query} tall>
        {({ comparisons }) => <Comparisons comparisons={comparisons} />}
      </Answer>
    </Page>
  )
}

function Comparisons({ comparisons }: { comparisons: readonly DistanceComparison[] }) {
  const { t, pick } = useLanguage()
  const state = useUrlState()
  const setState = useSetUrlState()
  const there = comparisons.filter(({ missing }) => missing === undefined)
  const chosen = there.find(({ facilityType }) => FACILITY_PATHS[facilityType] === state['voorziening']) ?? there[0]
  return (
    <>
      {comparisons.map(({ facilityType, name, missing }) => missing !== undefined && <Alert key={facilityType} kind="warning"><p>{t.distances.missing[missing](pick(name))}</p></Alert>)}
      {chosen && (
        <>
          <AddressNotice unused={listUnused(state, { voorziening: { isTaken: FACILITY_PATHS[chosen.facilityType] === state['voorziening'], shown: pick(chosen.name).toLocaleLowerCase() } })} />
          <Agreement comparisons={there} />
          <p className="td-note">{t.distances.why}</p>
          <div className="td-controls">
            <SelectField label={t.reach.facility} value={FACILITY_PATHS[chosen.facilityType]} options={there.map(({ facilityType, name }) => ({ value: FACILITY_PATHS[facilityType], text: pick(name) }))} onChange={(value) => setState({ voorziening: value })} />
          </div>
          <OneFacility comparison={chosen} />
        </>
      )}
    </>
  )
}

function Agreement({ comparisons }: { comparisons: readonly DistanceComparison[] }) {
  const { t, format, pick } = useLanguage()
  const write = (value: number | null) => (value === null ? '–' : format.number(value, 2))
  const columns: TableColumn<DistanceComparison>[] = [
    { id: 'facility', header: t.reach.facility, rowHeader: true, value: ({ name }) => pick(name) },
    { id: 'facilitiesYear', header: t.distances.columns.facilitiesYear, numeric: true, value: ({ facilitiesYear }) => facilitiesYear, render: ({ facilitiesYear }) => facilitiesYear ?? '–' },
    { id: 'publishedYear', header: t.distances.columns.publishedYear, numeric: true, value: ({ publishedYear }) => publishedYear, render: ({ publishedYear }) => publishedYear ?? '–' },
    { id: 'n', header: t.distances.columns.count, numeric: true, value: ({ areas }) => areas.length, render: ({ areas }) => format.number(areas.length) },
    { id: 'pearson', header: t.distances.columns.pearson, numeric: true, value: ({ pearson }) => pearson ?? undefined, render: ({ pearson }) => write(pearson) },
    { id: 'spearman', header: t.distances.columns.spearman, numeric: true, value: ({ spearman }) => spearman ?? undefined, render: ({ spearman }) => write(spearman) },
    { id: 'ratio', header: t.distances.columns.ratio, numeric: true, value: ({ medianRatio }) => medianRatio ?? undefined, render: ({ medianRatio }) => write(medianRatio) },
  ]
  return <DataTable caption={t.distances.agreement} columns={columns} rows={comparisons} rowKey={({ facilityType }) => facilityType} />
}

type Row = DistanceComparison['areas'][number]

function OneFacility({ comparison }: { comparison: DistanceComparison }) {
  const { t, format, pick } = useLanguage()
  const { areas, leftOut, source, publishedYear = 0, facilitiesYear } = comparison
  const name = pick(comparison.name)
  const draw = useCallback(
    async (width: number) => {
      const { drawScatter } = await import('#web/charts/scatter.ts')
      return drawScatter(areas.map(({ ours, published }) => ({ x: published, y: ours })), { width, labelX: t.distances.axisPublished(publishedYear), labelY: t.distances.axisOurs, equal: t.distances.equal, write: (value) => format.number(value, value % 1 === 0 ? 0 : 1) })
    },
    [areas, publishedYear, t, format],
  )
  const columns: TableColumn<Row>[] = [
    { id: 'name', header: t.map.name, rowHeader: true, value: (row) => row.name, render: ({ code, name: own }) => <SiteLink to={placePath(code)}>{own}</SiteLink> },
    { id: 'ours', header: t.distances.axisOurs, numeric: true, value: ({ ours }) => ours, render: ({ ours }) => format.number(ours, 1) },
    { id: 'published', header: t.distances.axisPublished(publishedYear), numeric: true, value: ({ published }) => published, render: ({ published }) => format.number(published, 1) },
    { id: 'difference', header: t.distances.columns.difference, numeric: true, value: ({ ours, published }) => Math.abs(ours - published), render: ({ ours, published }) => format.number(ours - published, 1) },
  ]
  const caption = t.distances.perMunicipality(name)
  return (
    <Section title={name} id="voorziening">
      <Contradictions comparison={comparison} />
      <ChartFigure
        title={caption}
        label={t.distances.scatterLabel(name, format.number(areas.length))}
        source={source ? `${source.publisher}, ${pick(source.title)} (${pick(describeLicence(source.licence))})` : ''}
        draw={draw}
        table={<DataTable caption={caption} hideCaption columns={columns} rows={areas} rowKey={({ code }) => code} initialSort={{ column: 'difference', descending: true }} pageSize={20} searchable />}
      />
      {facilitiesYear !== undefined && <p className="td-note">{t.distances.years(facilitiesYear, publishedYear)}</p>}
      {(['noDistance', 'noTime'] as const).map((why) => {
        const names = leftOut.filter((area) => area.why === why).map((area) => area.name)
        return names.length > 0 && <p key={why} className="td-note">{t.distances.leftOut[why](format.number(names.length), names.join(', '))}</p>
      })}
    </Section>
  )
}
