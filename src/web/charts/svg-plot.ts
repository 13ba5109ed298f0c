/** Observable Plot under a strict CSP. */
import * as Plot from '@observablehq/plot'

export { Plot }

/**
 * Draws a plot as SVG. Plot adds a style element, which a strict CSP refuses: it is drawn in a document of its own, and the element
 * is taken out before the drawing comes into the page. Its few rules stand in our style sheet (class `td-plot`).
 */
export function drawPlot(options: Plot.PlotOptions): SVGSVGElement {
  const workshop = document.implementation.createHTMLDocument('')
  const drawing = Plot.plot({ ...options, document: workshop, className: 'td-plot' })
  const svg = drawing instanceof SVGSVGElement || drawing.tagName.toLowerCase() === 'svg' ? drawing : drawing.querySelector('svg')
  if (svg === null) throw new Error('Plot drew no SVG')
  for (const style of svg.querySelectorAll('style')) style.remove()
  // The whole drawing is one image with one label; names of its marks, in English, would only confuse.
  for (const part of svg.querySelectorAll('[aria-label], [aria-hidden]')) {
    part.removeAttribute('aria-label')
    part.removeAttribute('aria-hidden')
  }
  return document.adoptNode(svg as SVGSVGElement)
}

/** What every chart shares. */
export interface ChartSize {
  /** Pixels. */
  readonly width: number
}

export const CHART_FONT = { fontFamily: "'Source Sans 3 Variable', 'Source Sans 3', Arial, sans-serif", fontSize: '14px' } as const
