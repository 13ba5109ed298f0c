/** The legend beside the map, with the number of areas in each class and why areas have no figure. */
import { useLanguage } from '#web/app/language.tsx'
import type { LegendEntry } from '#web/map/legend.ts'

interface LegendProps {
  entries: readonly LegendEntry[]
  diverging: boolean
  unit: string
}

export function Legend({ entries, diverging, unit }: LegendProps) {
  const { t } = useLanguage()
  const classes = entries.filter((entry) => entry.missing === undefined)
  const missing = entries.filter((entry) => entry.missing !== undefined)
  return (
    <div className="td-legend">
      <h2 className="utrecht-heading-4 td-legend__title">
        {t.map.legend}
        {unit !== '' && unit !== '%' && <span className="td-legend__unit"> ({unit})</span>}
      </h2>
      {classes.length === 0 ? <p>{t.map.allMissing}</p> : <LegendList entries={classes} />}
      {classes.length > 0 && <p className="td-legend__note">{diverging ? t.map.legendDiverging : isEven(classes) ? t.map.legendFew : t.map.legendUneven}</p>}
      {missing.length > 0 && (
        <>
          <h3 className="td-legend__subtitle">{t.map.missingTitle}</h3>
          <LegendList entries={missing} />
        </>
      )}
    </div>
  )
}

/** No class has more than twice the areas of another. */
function isEven(classes: readonly LegendEntry[]): boolean {
  const counts = classes.map(({ count }) => count)
  return Math.max(...counts) <= 2 * Math.min(...counts)
}

function LegendList({ entries }: { entries: readonly LegendEntry[] }) {
  const { t, format } = useLanguage()
  return (
    <ul className="td-legend__list">
      {entries.map((entry) => (
        <li key={entry.text} className="td-legend__row">
          <Swatch colour={entry.colour} hatched={entry.hatched} />
          <span className="td-legend__text">
            {entry.text}
            {entry.missing !== undefined && <span className="td-legend__why">{t.missingExplanation[entry.missing]}</span>}
          </span>
          <span className="td-legend__count">
            {format.number(entry.count)}
            <span className="td-visually-hidden"> {t.map.areas}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

export function Swatch({ colour, hatched = false }: { colour: string; hatched?: boolean }) {
  return (
    <svg className="td-swatch" width="28" height="18" aria-hidden="true" focusable="false">
      <rect width="28" height="18" fill={colour} />
      {hatched && <path d="M-4 18L14 0M4 18L22 0M12 18L30 0M20 18L38 0" stroke="#8d959a" strokeWidth="1.4" />}
      <rect x="0.5" y="0.5" width="27" height="17" fill="none" stroke="#8d959a" />
    </svg>
  )
}
