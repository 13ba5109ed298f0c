/** What the dots and lines of the map mean: only what is on it. */
import type { SitingOutcome, SitingRunAnswer } from '#domain/answers/siting-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { FATE_COLOURS, isClosed } from '#web/siting-page/fate-colours.ts'

export function PlanLegend({ run, outcome }: { run: SitingRunAnswer; outcome: SitingOutcome }) {
  const { t } = useLanguage()
  const present = new Set(outcome.sites.map(({ fate }) => fate))
  const kinds = (['keeps', 'new', 'mobile', 'merges', 'moves', 'closes', 'outside'] as const).filter((kind) => (kind === 'outside' ? run.sites.some((site) => site.kind === 'outside') : present.has(kind)))
  return (
    <ul className="td-siting__legend">
      {kinds.map((kind) => (
        <li key={kind}>
          <svg width="18" height="18" aria-hidden="true">
            <circle cx="9" cy="9" r={kind === 'mobile' ? 4 : 6} fill={isClosed(kind) ? '#ffffff' : FATE_COLOURS[kind]} stroke={FATE_COLOURS[kind]} strokeWidth="3" />
          </svg>
          {t.siting.legend[kind]}
        </li>
      ))}
      <li>
        <svg width="18" height="18" aria-hidden="true">
          <line x1="1" y1="9" x2="17" y2="9" stroke="#44606c" strokeWidth="3" />
        </svg>
        {t.siting.legend.trip}
      </li>
      {outcome !== run.today && (
        <li>
          <svg width="18" height="18" aria-hidden="true">
            <line x1="1" y1="9" x2="17" y2="9" stroke="#b3451e" strokeWidth="4" />
          </svg>
          {t.siting.legend.tripChanged}
        </li>
      )}
    </ul>
  )
}
