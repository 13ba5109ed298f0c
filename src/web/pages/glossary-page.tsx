/** What every indicator means. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { describeLicence } from '#domain/licence.ts'
import type { IndicatorAnswer } from '#domain/answers/answers.ts'
import { AREA_LEVELS } from '#domain/area.ts'
import { THEMES } from '#domain/indicator.ts'
import type { Absence } from '#web/map/area-paint.ts'
import { indicatorsQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { Page, Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'
import { writeYears } from '#web/format/sources.ts'
import { TextField } from '#web/components/text-field.tsx'

export function GlossaryPage() {
  const { t } = useLanguage()
  const indicators = useQuery(indicatorsQuery())
  return (
    <Page title={t.prose.glossary.title} lead={t.prose.glossary.lead}>
      <Answer query={indicators} tall>
        {(list) => <IndicatorTerms indicators={list.indicators} />}
      </Answer>
      <Section title={t.prose.glossary.levelsTitle} id="gebieden">
        <dl className="td-terms">
          {AREA_LEVELS.map((level) => (
            <Term key={level} name={t.level[level]} text={t.prose.glossary.levelText[level]} />
          ))}
          <Term name={t.prose.glossary.village} text={t.prose.glossary.villageText} />
        </dl>
      </Section>
      <Section title={t.prose.glossary.missingTitle} id="ontbreken">
        <dl className="td-terms">
          {(Object.keys(t.missing) as Absence[]).map((reason) => (
            <Term key={reason} name={t.missing[reason]} text={t.missingExplanation[reason]} />
          ))}
        </dl>
      </Section>
    </Page>
  )
}

function Term({ name, text }: { name: string; text: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{text}</dd>
    </div>
  )
}

function IndicatorTerms({ indicators }: { indicators: readonly IndicatorAnswer[] }) {
  const { t, pick } = useLanguage()
  const [filter, setFilter] = useState('')
  const wanted = filter.trim().toLocaleLowerCase()
  const shown = indicators.filter((one) => `${pick(one.name)} ${pick(one.explanation)}`.toLocaleLowerCase().includes(wanted))
  return (
    <Section title={t.prose.glossary.indicatorsTitle} id="onderwerpen">
      <TextField label={t.prose.glossary.filter} value={filter} onChange={setFilter} />
      <p role="status" className="td-note">
        {shown.length === 0 ? t.prose.glossary.none : t.search.count(shown.length)}
      </p>
      {THEMES.filter((theme) => shown.some((one) => one.theme === theme)).map((theme) => (
        <section key={theme} aria-labelledby={`thema-${theme}`}>
          <h3 className="utrecht-heading-3" id={`thema-${theme}`}>
            {t.theme[theme]}
          </h3>
          {shown
            .filter((one) => one.theme === theme)
            .map((indicator) => (
              <IndicatorTerm key={indicator.id} indicator={indicator} />
            ))}
        </section>
      ))}
    </Section>
  )
}

function IndicatorTerm({ indicator }: { indicator: IndicatorAnswer }) {
  const { t, pick } = useLanguage()
  const { glossary } = t.prose
  const years = [...new Set(indicator.availability.flatMap((one) => one.years))].sort()
  const unit = pick(indicator.unit)
  const facts = [
    unit === '' ? '' : `${t.figure.unit}: ${unit}`,
    indicator.derived ? glossary.derived : glossary.published,
    years.length === 0 ? '' : `${glossary.years}: ${writeYears(years)}`,
    `${t.figure.licence}: ${pick(describeLicence(indicator.licence))}`,
  ]
  return (
    <div className="td-term" id={indicator.id}>
      <h4 className="td-term__name">{pick(indicator.name)}</h4>
      <p>{pick(indicator.explanation)}</p>
      {indicator.formula && (
        <p>
          {t.figure.formula}: {pick(indicator.formula)}
        </p>
      )}
      {indicator.protectedCharacteristic && <p>{glossary.protected}</p>}
      <p className="td-note">{facts.filter((fact) => fact !== '').join(' · ')}</p>
      <p>
        <SiteLink to="/kaart" search={{ indicator: indicator.id }}>
          {glossary.showOnMap}: {pick(indicator.name)}
        </SiteLink>
      </p>
    </div>
  )
}
