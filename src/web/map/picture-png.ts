/** The map as a PNG with title, legend and source. */
import { HATCH_COLOUR } from '#web/map/palette.ts'
import { getPictureSize, PICTURE, type PictureText } from '#web/map/picture.ts'

/** Draws the picture twice as sharp as the screen asks for. Throws when the browser cannot make it. */
export async function createMapPng(mapCanvas: HTMLCanvasElement, text: PictureText): Promise<Blob> {
  const scale = 2
  const mapWidth = mapCanvas.clientWidth
  const mapHeight = mapCanvas.clientHeight
  const size = getPictureSize(mapWidth, mapHeight, text.legend.length)
  const canvas = document.createElement('canvas')
  canvas.width = size.width * scale
  canvas.height = size.height * scale
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no 2D canvas')
  context.scale(scale, scale)
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, size.width, size.height)
  context.drawImage(mapCanvas, PICTURE.margin, PICTURE.headHeight, mapWidth, mapHeight)
  drawText(context, text, size)
  drawLegend(context, text, PICTURE.margin * 2 + mapWidth)
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no PNG')) : resolve(blob)), 'image/png')
  })
}

function drawText(context: CanvasRenderingContext2D, text: PictureText, size: { width: number; height: number }): void {
  const { margin, font, ink, muted } = PICTURE
  const width = size.width - margin * 2
  context.fillStyle = ink
  context.font = `700 26px ${font}`
  context.fillText(text.title, margin, 44, width)
  context.fillStyle = muted
  context.font = `17px ${font}`
  context.fillText(text.subtitle, margin, 72, width)
  context.font = `13px ${font}`
  context.fillText(text.source, margin, size.height - 18, width)
}

function drawLegend(context: CanvasRenderingContext2D, { legend }: PictureText, left: number): void {
  const { headHeight, rowHeight, legendWidth, font, ink, muted } = PICTURE
  legend.forEach((entry, index) => {
    const top = headHeight + index * rowHeight
    context.fillStyle = entry.colour
    context.fillRect(left, top, 28, 18)
    if (entry.hatched) drawHatch(context, left, top)
    context.strokeStyle = '#9aa5aa'
    context.lineWidth = 1
    context.strokeRect(left + 0.5, top + 0.5, 27, 17)
    context.font = `15px ${font}`
    context.fillStyle = ink
    context.textAlign = 'left'
    context.fillText(entry.text, left + 38, top + 14, legendWidth - 90)
    context.fillStyle = muted
    context.textAlign = 'right'
    context.fillText(String(entry.count), left + legendWidth, top + 14)
    context.textAlign = 'left'
  })
}

function drawHatch(context: CanvasRenderingContext2D, left: number, top: number): void {
  context.save()
  context.beginPath()
  context.rect(left, top, 28, 18)
  context.clip()
  context.strokeStyle = HATCH_COLOUR
  for (let x = -18; x < 28; x += 6) {
    context.beginPath()
    context.moveTo(left + x, top + 18)
    context.lineTo(left + x + 18, top)
    context.stroke()
  }
  context.restore()
}
