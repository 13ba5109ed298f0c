/** A chart as a file of its own, with title, key and source. */
import type { KeyEntry } from '#web/charts/chart-key.tsx'
import { PICTURE, saveFile, toFileName } from '#web/map/picture.ts'

interface ChartText {
  readonly title: string
  readonly source: string
  readonly legend: readonly KeyEntry[]
}

const HEAD = 52
const FOOT = 36
const TITLE_SIZE = 19
const TITLE_ROW = 25
const KEY_ROW = 26
const KEY_SIZE = 14
const SWATCH = 28
const SOURCE_SIZE = 12
const SOURCE_ROW = 16
/** Mean width of a letter, as a share of the size of the type. */
const LETTER = 0.54
const SVG = 'http://www.w3.org/2000/svg'

export function saveChartSvg(svg: SVGSVGElement, text: ChartText): void {
  saveFile(new Blob([writeChart(svg, text).markup], { type: 'image/svg+xml' }), `${toFileName(text.title)}.svg`)
}

/** Saves the chart twice as sharp as the screen asks for. Rejects when the browser cannot make the picture. */
export async function saveChartPng(svg: SVGSVGElement, text: ChartText): Promise<void> {
  const { markup, width, height } = writeChart(svg, text)
  const image = new Image(width, height)
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(markup)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * 2
  canvas.height = height * 2
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no 2D canvas')
  context.drawImage(image, 0, 0, width * 2, height * 2)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) throw new Error('no PNG')
  saveFile(blob, `${toFileName(text.title)}.png`)
}

function writeChart(svg: SVGSVGElement, { title, source, legend }: ChartText): { markup: string; width: number; height: number } {
  const chartWidth = svg.width.baseVal.value
  const width = chartWidth + PICTURE.margin * 2
  const key = placeKey(legend, chartWidth)
  const sourceLines = wrap(source, chartWidth, SOURCE_SIZE)
  const titleLines = wrap(title, chartWidth, TITLE_SIZE)
  const keyTop = HEAD + (titleLines.length - 1) * TITLE_ROW
  const chartTop = keyTop + key.rows * KEY_ROW
  const height = chartTop + svg.height.baseVal.value + FOOT + (sourceLines.length - 1) * SOURCE_ROW
  const sheet = make('svg', { xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': 'Arial, sans-serif' })
  const chart = svg.cloneNode(true) as SVGSVGElement
  chart.setAttribute('x', String(PICTURE.margin))
  chart.setAttribute('y', String(chartTop))
  const firstSource = height - 12 - (sourceLines.length - 1) * SOURCE_ROW
  sheet.append(
    make('rect', { width, height, fill: '#ffffff' }),
    ...titleLines.map((line, index) => writeLine(line, PICTURE.margin, 32 + index * TITLE_ROW, { 'font-size': TITLE_SIZE, 'font-weight': 700, fill: PICTURE.ink })),
    ...key.entries.flatMap(({ entry, x, row }) => drawKey(entry, PICTURE.margin + x, keyTop + row * KEY_ROW)),
    chart,
    ...sourceLines.map((line, index) => writeLine(line, PICTURE.margin, firstSource + index * SOURCE_ROW, { 'font-size': SOURCE_SIZE, fill: PICTURE.muted })),
  )
  return { markup: new XMLSerializer().serializeToString(sheet), width, height }
}

/** Entries beside each other, as many as fit in a row. */
function placeKey(legend: readonly KeyEntry[], width: number) {
  let x = 0
  let row = 0
  const entries = legend.map((entry) => {
    const needed = SWATCH + 8 + entry.name.length * KEY_SIZE * LETTER + 24
    if (x > 0 && x + needed > width) {
      x = 0
      row++
    }
    const placed = { entry, x, row }
    x += needed
    return placed
  })
  return { entries, rows: entries.length === 0 ? 0 : row + 1 }
}

function drawKey({ name, colour, dashes }: KeyEntry, x: number, y: number): SVGElement[] {
  const sign =
    dashes === undefined
      ? make('rect', { x, y, width: SWATCH, height: 14, fill: colour })
      : make('line', { x1: x, x2: x + SWATCH, y1: y + 7, y2: y + 7, stroke: colour, 'stroke-width': 3, 'stroke-dasharray': dashes || 'none' })
  return [sign, writeLine(name, x + SWATCH + 8, y + 12, { 'font-size': KEY_SIZE, fill: PICTURE.ink })]
}

/** Lines of about that width in pixels, broken between words. */
function wrap(text: string, width: number, size: number): string[] {
  const most = Math.max(20, Math.floor(width / (size * LETTER)))
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    if (line === undefined || line.length + 1 + word.length > most) lines.push(word)
    else lines[lines.length - 1] = `${line} ${word}`
  }
  return lines
}

function writeLine(text: string, x: number, y: number, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const line = make('text', { x, y, ...attributes })
  line.textContent = text
  return line
}

function make(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS(SVG, tag)
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value))
  return element
}
