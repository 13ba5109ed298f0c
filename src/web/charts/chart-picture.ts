/** A chart as a file of its own, with title and source. */
import { PICTURE, saveFile, toFileName } from '#web/map/picture.ts'

interface ChartText {
  readonly title: string
  readonly source: string
}

const HEAD = 52
const FOOT = 36
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

function writeChart(svg: SVGSVGElement, { title, source }: ChartText): { markup: string; width: number; height: number } {
  const width = svg.width.baseVal.value + PICTURE.margin * 2
  const height = svg.height.baseVal.value + HEAD + FOOT
  const sheet = document.createElementNS(SVG, 'svg')
  for (const [name, value] of Object.entries({ xmlns: SVG, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': 'Arial, sans-serif' })) {
    sheet.setAttribute(name, String(value))
  }
  const background = document.createElementNS(SVG, 'rect')
  background.setAttribute('width', String(width))
  background.setAttribute('height', String(height))
  background.setAttribute('fill', '#ffffff')
  const chart = svg.cloneNode(true) as SVGSVGElement
  chart.setAttribute('x', String(PICTURE.margin))
  chart.setAttribute('y', String(HEAD))
  sheet.append(background, writeLine(title, 32, 19, 700, PICTURE.ink), chart, writeLine(source, height - 12, 12, 400, PICTURE.muted))
  return { markup: new XMLSerializer().serializeToString(sheet), width, height }
}

function writeLine(text: string, y: number, size: number, weight: number, colour: string): SVGTextElement {
  const line = document.createElementNS(SVG, 'text')
  const attributes = { x: PICTURE.margin, y, 'font-size': size, 'font-weight': weight, fill: colour }
  for (const [name, value] of Object.entries(attributes)) line.setAttribute(name, String(value))
  line.textContent = text
  return line
}
