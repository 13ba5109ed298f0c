/** Every source with its publisher, licence and date. */
import { useQuery } from '@tanstack/react-query'
import { describeLicence } from '#domain/licence.ts'
import type { SourceListAnswer } from '#domain/answers/answers.ts'
import { sourcesQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'

type Source = SourceListAnswer['sources'][number]

export function SourcesPage() {
  const { t } = useLanguage()
  const sources = useQuery(sourcesQuery())
  return (
    <Page title={t.report.sourcesTitle} lead={t.report.sourcesLead}>
      <p>
        <SiteLink to="/importverslag">{t.start.reportLink}</SiteLink>
      </p>
      <Answer query={sources} tall>
        {(answer) => (
          <ul className="td-sources">
            {answer.sources.map((source) => (
              <SourceItem key={source.resource} source={source} />
            ))}
          </ul>
        )}
      </Answer>
      <Section title={t.report.software} id="software">
        <p className="utrecht-paragraph">{t.report.softwareText}</p>
      </Section>
    </Page>
  )
}

function SourceItem({ source }: { source: Source }) {
  const { t, format, pick } = useLanguage()
  const description = pick(source.description)
  return (
    <li className="td-source">
      <h2 className="utrecht-heading-3">{pick(source.title)}</h2>
      {description !== '' && <p>{description}</p>}
      <dl className="td-source__facts">
        <Fact name={t.report.publisher} value={source.publisher} />
        {source.table !== undefined && <Fact name={t.report.column.table} value={source.table} />}
        {source.year !== undefined && <Fact name={t.figure.year} value={String(source.year)} />}
        <div>
          <dt>{t.report.licence}</dt>
          <dd>
            {source.licenceUrl === undefined ? (
              pick(describeLicence(source.licence))
            ) : (
              <a className="utrecht-link utrecht-link--html-a" href={source.licenceUrl}>
                {pick(describeLicence(source.licence))}
              </a>
            )}
          </dd>
        </div>
        <Fact name={t.report.retrieved} value={format.date(source.retrievedAt)} />
      </dl>
      {source.url !== undefined && /^https?:/.test(source.url) && (
        <p>
          <a className="utrecht-link utrecht-link--html-a" href={source.url}>
            {t.report.original}: {source.publisher}
          </a>
        </p>
      )}
      {source.files.length > 0 && <FileList files={source.files} />}
    </li>
  )
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  )
}

function FileList({ files }: { files: Source['files'] }) {
  const { t, format } = useLanguage()
  return (
    <details>
      <summary>{t.report.fileList(format.number(files.length))}</summary>
      <ul className="td-files">
        {files.map((file) => (
          <li key={file.location}>
            <span className="td-files__name">{file.location}</span>, {format.bytes(file.bytes)}, {t.report.checksum} <code>{file.sha256.slice(0, 16)}…</code>
          </li>
        ))}
      </ul>
    </details>
  )
}
