/** What is kept about people, and who is responsible for it. */
import { useQuery } from '@tanstack/react-query'
import { privacyQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { ProsePage } from '#web/components/prose-page.tsx'

export function PrivacyPage() {
  const { t } = useLanguage()
  const privacy = useQuery(privacyQuery())
  const { privacyPage: words } = t.signals
  return (
    <ProsePage text={words}>
      <Section title={words.operatorTitle}>
        <Answer query={privacy}>{({ operator }) => <p className="utrecht-paragraph">{operator === undefined ? words.noOperator : words.operator(operator)}</p>}</Answer>
      </Section>
    </ProsePage>
  )
}
