/** The scenarios that were opened by a link: what they change, and where to see it. */
import type { KeptScenarioAnswer } from '#domain/answers/scenario-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { CopyAddress } from '#web/components/copy-address.tsx'
import { Section } from '#web/components/page.tsx'
import { saveFile, toFileName } from '#web/map/picture.ts'
import { listSteps } from '#web/scenario-editor/scenario-steps.ts'
import { useStepWords } from '#web/scenario-editor/step-words.ts'
import { EraseWithKey } from '#web/scenarios-page/erase-with-key.tsx'
import { referTo } from '#web/scenarios-page/own-scenarios.ts'
import { ScenarioLinks } from '#web/scenarios-page/scenario-links.tsx'

interface OpenedSectionProps {
  scenarios: readonly KeptScenarioAnswer[]
  onCopy: (scenario: KeptScenarioAnswer) => void
  onClose: (reference: string) => void
}

export function OpenedSection({ scenarios, onCopy, onClose }: OpenedSectionProps) {
  const { t } = useLanguage()
  return (
    <Section title={t.scenarios.openedTitle(scenarios.length)} id="geopend">
      <div className="td-scenario-cards">
        {scenarios.map((scenario) => (
          <OpenedCard key={referTo(scenario)} scenario={scenario} onCopy={onCopy} onClose={onClose} />
        ))}
      </div>
      <CopyAddress />
    </Section>
  )
}

function OpenedCard({ scenario, onCopy, onClose }: { scenario: KeptScenarioAnswer } & Pick<OpenedSectionProps, 'onCopy' | 'onClose'>) {
  const { t, format } = useLanguage()
  const { document, version, latestVersion, savedAt, sameFigures, id } = scenario
  const steps = listSteps(document)
  const describe = useStepWords(steps)
  const button = 'utrecht-button utrecht-button--secondary-action'
  return (
    <article className="td-scenario-card" aria-label={document.name}>
      <h3 className="utrecht-heading-3">{document.name}</h3>
      <p className="td-note">
        {t.scenarios.version(version, format.date(savedAt))} {latestVersion > version && <SiteLink to="/scenarios" search={{ bekijk: `${id}.${latestVersion}` }}>{t.scenarios.newer(latestVersion)}</SiteLink>}
      </p>
      {!sameFigures && <p className="td-note">{t.scenarios.otherFigures}</p>}
      {document.description !== undefined && <p className="utrecht-paragraph">{document.description}</p>}
      {steps.length === 0 ? (
        <p className="utrecht-paragraph">{t.scenarios.noSteps}</p>
      ) : (
        <ul>
          {steps.map((step) => (
            <li key={`${step.kind}-${step.at}`}>{describe(step)}</li>
          ))}
        </ul>
      )}
      <p className="td-actions">
        <ScenarioLinks scenario={scenario} />
      </p>
      <p className="td-actions">
        <button type="button" className={button} onClick={() => onCopy(scenario)}>
          {t.scenarios.copy}
        </button>
        <button type="button" className={button} onClick={() => saveFile(new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }), `topdorp-scenario-${toFileName(document.name)}.json`)}>
          {t.scenarios.download}
        </button>
        <button type="button" className={button} onClick={() => onClose(referTo(scenario))} aria-label={t.scenarios.closeOf(document.name)}>
          {t.scenarios.closeCard}
        </button>
      </p>
      <EraseWithKey scenario={scenario} />
    </article>
  )
}
