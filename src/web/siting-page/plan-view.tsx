/** The plans of a question: side by side, one of them on the map, and what it means for every site and buurt. */
import { lazy, Suspense } from 'react'
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState, useUrlState } from '#web/app/url.tsx'
import { Alert } from '#web/components/alert.tsx'
import { ErrorBoundary } from '#web/components/error-boundary.tsx'
import { Section } from '#web/components/page.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { SelectField } from '#web/components/select-field.tsx'
import { PlanFigures } from '#web/siting-page/plan-figures.tsx'
import { PlanNorms } from '#web/siting-page/plan-norms.tsx'
import { PlanLegend } from '#web/siting-page/plan-legend.tsx'
import { PlaceTable, SiteList, SiteTable } from '#web/siting-page/plan-tables.tsx'
import { SaveSiting } from '#web/siting-page/siting-documents.tsx'

const PlanMap = lazy(async () => ({ default: (await import('#web/siting-page/plan-map.tsx')).PlanMap }))

interface PlanViewProps {
  run: SitingRunAnswer
  resultUrl: string
  onDemand: (id: string, demand: 'open' | 'closed' | 'free') => void
  /** Stands before what tells how it was made. */
  children: React.ReactNode
}

export function PlanView({ run, resultUrl, onDemand, children }: PlanViewProps) {
  const { t, format } = useLanguage()
  const setState = useSetUrlState()
  const asked = Number(useUrlState()['plan'] ?? 1)
  const plan = run.plans.length === 0 ? 0 : Number.isInteger(asked) && asked >= 0 && asked <= run.plans.length ? asked : 1
  const outcome: SitingOutcome = plan === 0 ? run.today : run.plans[plan - 1]!
  const names = [t.siting.today, ...run.plans.map((_, at) => t.siting.plan(at + 1))]
  const title = names[plan]!
  const columns = [run.today, ...run.plans].map((own, at) => ({ name: names[at]!, outcome: own }))
  const minutes = (value: number | null) => (value === null ? '–' : format.number(value, 1))
  return (
    <>
      <Question run={run} />
      <Remarks run={run} />
      <Section title={t.siting.plans} id="plannen">
        {run.document.scenario && (
          <p className="utrecht-paragraph">
            {t.siting.underScenario(run.document.scenario.name)} {(run.document.scenario.facilities ?? run.document.scenario.speeds) !== undefined && t.siting.underNow}
          </p>
        )}
        {plan > 0 && <p className="utrecht-paragraph utrecht-paragraph--lead">{t.siting.summary(format.number(outcome.openSites), format.number(run.today.openSites))} {outcome.meanMinutes === null ? t.siting.summaryNobody : t.siting.summaryTrip(minutes(outcome.meanMinutes), minutes(run.today.meanMinutes))} {outcome.stops > 0 && t.siting.summaryStops(outcome.stops)}</p>}
        {plan > 0 && <Warnings warnings={run.plans[plan - 1]!.warnings} />}
        <PlanFigures caption={run.document.name} run={run} columns={columns} />
        <PlanNorms run={run} columns={columns} />
        <Certainty run={run} />
      </Section>
      <Section title={title} id="plan">
        {run.plans.length > 0 && <SelectField label={t.siting.showPlan} value={String(plan)} options={names.map((name, at) => ({ value: String(at), text: name }))} onChange={(value) => setState({ plan: value === '1' ? undefined : value })} />}
        <div className="td-siting__map">
          <div>
            <ErrorBoundary fallback={<Alert kind="warning"><p>{t.map.failed}</p></Alert>}>
              <Suspense fallback={<Loading tall />}>
                <PlanMap run={run} outcome={outcome} title={title} />
              </Suspense>
            </ErrorBoundary>
          </div>
          <PlanLegend run={run} outcome={outcome} />
        </div>
        <SiteTable run={run} outcome={outcome} title={title} />
      </Section>
      {plan > 0 && (
        <Section title={t.siting.sites} id="waarom">
          <p className="td-note">{t.siting.whyNote}</p>
          <SiteList run={run} outcome={outcome} onDemand={onDemand} />
        </Section>
      )}
      <Section title={t.siting.places} id="buurten">
        <PlaceTable run={run} outcome={outcome} title={title} />
      </Section>
      {children}
      <Notes run={run} />
      <SaveSiting run={run} outcome={outcome} resultUrl={resultUrl} plan={plan} title={title} />
    </>
  )
}

/** On paper there is no form above the plans. */
function Question({ run: { question } }: { run: SitingRunAnswer }) {
  const { t, pick } = useLanguage()
  return (
    <section className="td-print-only">
      <h2 className="utrecht-heading-2">{t.siting.question}</h2>
      <dl className="td-siting__question">
        {question.map(({ label, text }) => (
          <div key={label.nl}>
            <dt>{pick(label)}</dt>
            <dd>{pick(text)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** What stands in the way goes first, and what to know after it. */
function Remarks({ run: { remarks } }: { run: SitingRunAnswer }) {
  const { t, pick } = useLanguage()
  return (['error', 'notice'] as const).map((severity) => {
    const own = remarks.filter((remark) => remark.severity === severity)
    if (own.length === 0) return null
    return (
      <Alert key={severity} kind={severity === 'error' ? 'error' : 'info'} title={severity === 'error' ? t.siting.impossible : t.siting.remarks} live={severity === 'error'}>
        <ul>
          {own.map((remark) => (
            <li key={remark.nl}>{pick(remark)}</li>
          ))}
        </ul>
      </Alert>
    )
  })
}

/** What the sentence above and the figures below do not show at first sight. */
function Warnings({ warnings }: { warnings: SitingRunAnswer['plans'][number]['warnings'] }) {
  const { t, pick } = useLanguage()
  if (warnings.length === 0) return null
  return (
    <Alert kind="warning" title={t.siting.mind}>
      <ul>
        {warnings.map((warning) => (
          <li key={warning.nl}>{pick(warning)}</li>
        ))}
      </ul>
    </Alert>
  )
}

function Certainty({ run: { plans, year } }: { run: SitingRunAnswer }) {
  const { t, format, pick } = useLanguage()
  const [best] = plans
  if (best === undefined) return <p className="td-note">{t.siting.todayNote(year)}</p>
  const faults = plans.flatMap(({ checkFaults }, at) => checkFaults.map((fault) => `${t.siting.plan(at + 1)}: ${fault}`))
  return (
    <>
      <p className="utrecht-paragraph">
        {best.isProved ? t.siting.proved : t.siting.gap(format.number(best.gapPercent, 1))} {faults.length === 0 && t.siting.checked}
      </p>
      {plans.length > 1 && (
        <ul className="utrecht-unordered-list td-list">
          {plans.map((own, at) => own.beside && (
            <li key={own.value} className="utrecht-unordered-list__item">
              {t.siting.plan(at + 1)}: {pick(own.beside)}
            </li>
          ))}
        </ul>
      )}
      {faults.length > 0 && (
        <Alert kind="error" title={t.siting.checkFaults}>
          <ul>
            {faults.map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </Alert>
      )}
      <p className="td-note">{t.siting.todayNote(year)}</p>
    </>
  )
}

function Notes({ run }: { run: SitingRunAnswer }) {
  const { t, format } = useLanguage()
  const { notes } = t.siting
  const lines = [
    run.peopleFrom === 'projected' ? notes.projected : notes.counted,
    notes.nearest,
    notes.size,
    notes.roads[run.roads],
    ...(run.roadsYear === undefined ? [] : [t.reach.roadsYear(run.roadsYear)]),
    t.reach.indicative,
    notes.border(format.number(run.today.arriving), format.number(run.today.leaving)),
    notes.together(format.number(run.document.togetherMetres)),
    run.today.costs.perYear === null ? notes.costsUnknown : notes.costs,
    ...(run.today.withoutCar === undefined ? [] : [notes.withoutCar]),
    ...(run.document.mobile === undefined ? [] : [notes.mobile(format.number(run.document.mobile.waitingMinutes, 0))]),
  ]
  return (
    <Section title={t.siting.how} id="uitleg">
      <ul className="utrecht-unordered-list td-list">
        {lines.map((line) => (
          <li key={line} className="utrecht-unordered-list__item">
            {line}
          </li>
        ))}
      </ul>
    </Section>
  )
}
