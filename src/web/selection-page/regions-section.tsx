/** How the selection lies over the regions of 2016: what it finds, wholly, partly or not, and where their membership comes from. */
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Overlap, RegionAnswer, RegionComparison, RegionOverlap } from '#domain/answers/selection-answers.ts'
import { regionsQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

const KINDS = ['shrinking', 'anticipating', 'all'] as const

export function RegionsSection({ comparison }: { comparison: RegionComparison | undefined }) {
  const { t } = useLanguage()
  if (comparison === undefined) return <p className="utrecht-paragraph">{t.selection.regionsNone}</p>
  return (
    <>
      <p className="utrecht-paragraph">{t.selection.regionsText}</p>
      <SummaryTable comparison={comparison} />
      <RegionsTable comparison={comparison} />
    </>
  )
}

type Summary = Overlap & { readonly kind: (typeof KINDS)[number] }

function SummaryTable({ comparison }: { comparison: RegionComparison }) {
  const { t, format, language } = useLanguage()
  const rows = KINDS.map((kind): Summary => ({ kind, ...comparison[kind] }))
  const percent = (share: number | undefined): string => (share === undefined ? '–' : `${format.number(100 * share)}%`)
  const columns: TableColumn<Summary>[] = [
    { id: 'kind', header: t.selection.region, rowHeader: true, value: ({ kind }) => t.selection.regionsKinds[kind] },
    { id: 'recall', header: t.selection.recall, numeric: true, value: ({ recall }) => recall, render: ({ recall }) => percent(recall) },
    { id: 'precision', header: t.selection.precision, numeric: true, value: ({ precision }) => precision, render: ({ precision }) => percent(precision) },
    ...(comparison.all.municipalities === undefined
      ? []
      : [{
          id: 'municipalities',
          header: t.selection.byMunicipalities,
          numeric: true,
          value: ({ municipalities }: Summary) => municipalities?.selectedInRegions,
          render: ({ municipalities }: Summary) => municipalities && t.selection.municipalitiesFound(format.number(municipalities.selectedInRegions), format.number(municipalities.inRegions)),
        }]),
  ]
  return (
    <>
      <DataTable key={language} caption={t.selection.regionsSummary} columns={columns} rows={rows} rowKey={({ kind }) => kind} />
      <p className="td-note">
        {t.selection.recall}: {t.selection.recallHint}. {t.selection.precision}: {t.selection.precisionHint}.
      </p>
    </>
  )
}

function RegionsTable({ comparison }: { comparison: RegionComparison }) {
  const { t, format, pick, language } = useLanguage()
  const regions = useQuery(regionsQuery()).data?.regions
  const columns = useMemo((): TableColumn<RegionOverlap>[] => {
    const percent = (part: number, whole: number): string => (whole === 0 ? '–' : `${format.number((100 * part) / whole)}%`)
    const members = ({ municipalities }: RegionOverlap): string =>
      municipalities.map(({ name, share }) => (share === 1 ? name : t.selection.part(name, `${format.number(100 * share)}%`))).join(', ')
    return [
      { id: 'name', header: t.selection.region, rowHeader: true, value: ({ name }) => name },
      { id: 'kind', header: t.selection.kindOfRegion, value: ({ kind }) => t.selection.kindsOfRegion[kind] },
      { id: 'found', header: t.selection.found, value: ({ found }) => t.selection.founds[found] },
      { id: 'share', header: t.selection.share, numeric: true, value: ({ selected, inhabitants }) => selected / inhabitants, render: ({ selected, inhabitants }) => percent(selected, inhabitants) },
      { id: 'unknown', header: t.selection.unknownShare, numeric: true, value: ({ unknown, inhabitants }) => unknown / inhabitants, render: ({ unknown, inhabitants }) => percent(unknown, inhabitants) },
      { id: 'members', header: t.selection.members, value: members },
    ]
  }, [t, format])
  const absent = comparison.absent.map((id) => regions?.find((one) => one.id === id)?.name ?? id)
  return (
    <>
      <DataTable key={language} caption={pick(comparison.name)} columns={columns} rows={comparison.regions} rowKey={({ id }) => id} initialSort={{ column: 'share', descending: true }} />
      {absent.length > 0 && <p className="td-note">{t.selection.absent(absent.join(', '))}</p>}
      {regions && <Membership regions={regions} />}
    </>
  )
}

/** For every region, its municipalities of 2016 and who says so. */
function Membership({ regions }: { regions: readonly RegionAnswer[] }) {
  const { t, pick } = useLanguage()
  return (
    <details className="td-membership">
      <summary>{t.selection.membership}</summary>
      <p className="utrecht-paragraph">{t.selection.membershipText}</p>
      <dl>
        {regions.map(({ id, name, members, membership, source, remark }) => (
          <div key={id}>
            <dt>
              {name} ({t.selection.memberships[membership]})
            </dt>
            <dd>
              {t.selection.membersThen(members.map((member) => member.name).join(', '))} {t.figure.source}:{' '}
              {source.url === undefined ? pick(source) : <a className="utrecht-link utrecht-link--html-a" href={source.url}>{pick(source)}</a>}
              {remark && ` ${pick(remark)}`}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
