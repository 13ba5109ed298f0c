import type { ReactNode } from 'react'
import { Page, Section } from '#web/components/page.tsx'

interface Prose {
  readonly title: string
  readonly lead: string
  readonly sections: readonly { readonly title: string; readonly text: readonly string[] }[]
}

/** A page of running text, with something of its own after it. */
export function ProsePage({ text, above, children }: { text: Prose; above?: ReactNode; children?: ReactNode }) {
  return (
    <Page title={text.title} lead={text.lead} above={above}>
      <div className="td-prose">
        {text.sections.map((section) => (
          <Section key={section.title} title={section.title}>
            {section.text.map((paragraph) => (
              <p key={paragraph} className="utrecht-paragraph">
                {paragraph}
              </p>
            ))}
          </Section>
        ))}
        {children}
      </div>
    </Page>
  )
}
