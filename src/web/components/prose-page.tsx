import { Page, Section } from '#web/components/page.tsx'

interface Prose {
  readonly title: string
  readonly lead: string
  readonly sections: readonly { readonly title: string; readonly text: readonly string[] }[]
}

/** A page of running text. */
export function ProsePage({ text }: { text: Prose }) {
  return (
    <Page title={text.title} lead={text.lead}>
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
      </div>
    </Page>
  )
}
