/** How something is made, in plain words: steps, what it does not know, every choice and its reason. */
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink, usePathPart } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { ProsePage } from '#web/components/prose-page.tsx'
import type { MethodText } from '#web/messages/nl/methods.ts'
import { NotFoundPage } from '#web/pages/not-found-page.tsx'

type Choice = MethodText['choices'][number]

export function MethodPage() {
  const { t } = useLanguage()
  const id = usePathPart('id') ?? ''
  const method = Object.entries(t.methods.pages).find(([own]) => own === id)?.[1]
  return method === undefined ? <NotFoundPage /> : <Method method={method} />
}

function Method({ method }: { method: MethodText }) {
  const { t } = useLanguage()
  const columns: TableColumn<Choice>[] = [
    { id: 'choice', header: t.methods.choice, rowHeader: true, value: ([choice]) => choice },
    { id: 'reason', header: t.methods.reason, value: ([, reason]) => reason },
  ]
  return (
    <ProsePage text={method} above={<SiteLink to="/methode">{t.methods.title}</SiteLink>}>
      <Section title={t.methods.choices} id="keuzes">
        <DataTable caption={t.methods.choices} hideCaption columns={columns} rows={method.choices} rowKey={([choice]) => choice} />
      </Section>
      <p className="td-actions">
        <SiteLink to={method.page[0]}>{method.page[1]}</SiteLink>
        <a className="utrecht-link utrecht-link--html-a" href={`/${method.document}`} hrefLang="en">
          {t.methods.more}
        </a>
      </p>
    </ProsePage>
  )
}

export function MethodsPage() {
  const { t } = useLanguage()
  return (
    <Page title={t.methods.title} lead={t.methods.lead}>
      <ul className="utrecht-unordered-list td-list">
        {Object.entries(t.methods.pages).map(([id, { title, lead }]) => (
          <li key={id} className="utrecht-unordered-list__item">
            <SiteLink to={`/methode/${id}`}>{title}</SiteLink>
            <br />
            {lead}
          </li>
        ))}
      </ul>
    </Page>
  )
}
