/** Where a figure lies among those of the larger areas; the numbers stand in the table, so it is decoration. */
const WIDTH = 120
const HEIGHT = 20
const EDGE = 8

interface PositionStripProps {
  here: number | undefined
  elsewhere: readonly (number | undefined)[]
}

export function PositionStrip({ here, elsewhere }: PositionStripProps) {
  const others = elsewhere.filter((value): value is number => value !== undefined)
  if (here === undefined || others.length === 0) return null
  const low = Math.min(here, ...others)
  const high = Math.max(here, ...others)
  const place = (value: number): number => (high === low ? WIDTH / 2 : EDGE + ((value - low) / (high - low)) * (WIDTH - EDGE * 2))
  return (
    <svg className="td-strip" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT / 2} y2={HEIGHT / 2} className="td-strip__axis" />
      {others.map((value, index) => (
        <line key={index} x1={place(value)} x2={place(value)} y1={4} y2={HEIGHT - 4} className="td-strip__other" />
      ))}
      <circle cx={place(here)} cy={HEIGHT / 2} r={6} className="td-strip__here" />
    </svg>
  )
}
