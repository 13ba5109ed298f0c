/** A chart as a figure: drawn to the width there is, named for a screen reader, with the same figures in a table and a picture to download. */
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '#web/app/language.tsx'
import { ChartKey, type KeyEntry } from '#web/charts/chart-key.tsx'
import { saveChartPng, saveChartSvg } from '#web/charts/chart-picture.ts'

/** Of an A4 between its margins and those of a figure, in CSS pixels. Drawn beforehand: a browser that prints does not wait. */
const PAPER_WIDTH = 640

const NO_LEGEND: readonly KeyEntry[] = []

interface ChartFigureProps {
  title: string
  /** What is to be seen, read out in place of the drawing. */
  label: string
  /** Stands on the picture. */
  source: string
  /** Fetches the chart function (charts are loaded only when needed) and draws; must be stable between renders. */
  draw: (width: number) => Promise<SVGSVGElement>
  legend?: readonly KeyEntry[]
  table: ReactNode
}

export function ChartFigure({ title, label, source, draw, legend = NO_LEGEND, table }: ChartFigureProps) {
  const { t } = useLanguage()
  const holder = useRef<HTMLDivElement>(null)
  const width = useWidth(holder)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    if (width < 50) return
    let current = true
    Promise.all([draw(width), draw(PAPER_WIDTH)]).then(
      ([onScreen, onPaper]) => {
        if (!current || holder.current === null) return
        for (const svg of [onScreen, onPaper]) {
          svg.setAttribute('role', 'img')
          svg.setAttribute('aria-label', label)
        }
        onScreen.classList.add('td-plot--screen')
        onPaper.classList.add('td-plot--paper')
        holder.current.replaceChildren(onScreen, onPaper)
      },
      () => current && setFailed(true),
    )
    return () => {
      current = false
    }
  }, [draw, width, label])

  const save = (how: typeof saveChartSvg): void => {
    const svg = holder.current?.querySelector('svg')
    if (svg) void Promise.resolve(how(svg, { title, source, legend })).catch(() => setFailed(true))
  }
  return (
    <figure className="td-figure">
      <figcaption className="td-figure__title">{title}</figcaption>
      {legend.length > 0 && <ChartKey entries={legend} />}
      <div ref={holder} className="td-figure__drawing" />
      {failed && <p role="alert">{t.download.failed}</p>}
      <div className="td-figure__foot">
        <details className="td-figure__table">
          <summary>{t.figure.asTable}</summary>
          {table}
        </details>
        <div className="td-figure__buttons">
          <button type="button" className="utrecht-button utrecht-button--subtle" onClick={() => save(saveChartPng)}>
            {t.download.png}
          </button>
          <button type="button" className="utrecht-button utrecht-button--subtle" onClick={() => save(saveChartSvg)}>
            {t.download.svg}
          </button>
        </div>
      </div>
    </figure>
  )
}

function useWidth(element: React.RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0)
  useEffect(() => {
    if (element.current === null) return
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry?.contentRect.width ?? 0)))
    observer.observe(element.current)
    return () => observer.disconnect()
  }, [element])
  return width
}
