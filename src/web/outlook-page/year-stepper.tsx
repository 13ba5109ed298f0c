/** Choosing a year with a slider or buttons; playing through the years only where motion is welcome. */
import { useEffect, useId, useState } from 'react'
import { useLanguage } from '#web/app/language.tsx'

interface YearStepperProps {
  years: readonly number[]
  year: number
  onChange: (year: number) => void
}

/** Slow enough to follow, and for browsers that limit how often an address may change. */
const FRAME_MS = 450

export function YearStepper({ years, year, onChange }: YearStepperProps) {
  const { t } = useLanguage()
  const id = useId()
  const mayMove = useMotionAllowed()
  const [playing, setPlaying] = useState(false)
  const [first = year, last = year] = [years[0], years.at(-1)]
  const isMoving = playing && mayMove && year < last
  useEffect(() => {
    if (!isMoving) return
    const timer = setTimeout(() => onChange(year + 1), FRAME_MS)
    return () => clearTimeout(timer)
  }, [isMoving, year, onChange])
  const go = (to: number): void => {
    setPlaying(false)
    onChange(to)
  }
  const button = 'utrecht-button utrecht-button--secondary-action'
  return (
    <div className="td-years">
      <label className="utrecht-form-label" htmlFor={id}>
        {t.outlook.pyramid.slider}
      </label>
      {/* A screen reader says it with the slider. */}
      <strong aria-hidden="true">{year}</strong>
      <div className="td-years__row" onKeyDown={({ key }) => key === 'Escape' && setPlaying(false)}>
        <button type="button" className={button} aria-disabled={year <= first} onClick={() => go(Math.max(first, year - 1))}>
          {t.outlook.pyramid.previous}
        </button>
        <input id={id} type="range" className="td-range" min={first} max={last} step={1} value={year} onChange={(event) => go(event.target.valueAsNumber)} />
        <button type="button" className={button} aria-disabled={year >= last} onClick={() => go(Math.min(last, year + 1))}>
          {t.outlook.pyramid.next}
        </button>
        {mayMove && (
          <button
            type="button"
            className={button}
            onClick={() => {
              if (!isMoving && year >= last) onChange(first)
              setPlaying(!isMoving)
            }}
          >
            {isMoving ? t.outlook.pyramid.pause : t.outlook.pyramid.play}
          </button>
        )}
      </div>
    </div>
  )
}

const REDUCED = '(prefers-reduced-motion: reduce)'

function useMotionAllowed(): boolean {
  const [allowed, setAllowed] = useState(() => !matchMedia(REDUCED).matches)
  useEffect(() => {
    const query = matchMedia(REDUCED)
    const follow = (): void => setAllowed(!query.matches)
    query.addEventListener('change', follow)
    return () => query.removeEventListener('change', follow)
  }, [])
  return allowed
}
