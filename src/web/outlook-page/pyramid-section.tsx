/** The population pyramid of a year that one chooses, against that of now. */
import { useCallback, useMemo } from 'react'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { PYRAMID_BASE_DASHES, PYRAMID_COLOURS } from '#web/charts/chart-colours.ts'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useResourceLine } from '#web/charts/use-source-line.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { YearStepper } from '#web/outlook-page/year-stepper.tsx'

type Pyramid = ProjectionAnswer['pyramids'][number]

interface PyramidProps {
  projection: ProjectionAnswer
  /** Undefined where that is what is shown. */
  base: ProjectionAnswer | undefined
  year: number
}

export function PyramidSection({ projection, base, year }: PyramidProps) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const change = useCallback((next: number) => setState({ jaar: String(next) }), [setState])
  return (
    <Section title={t.outlook.pyramid.title} id="leeftijden">
      <p className="utrecht-paragraph">{t.outlook.pyramid.lead(projection.jumpOff)}</p>
      <YearStepper years={projection.years} year={year} onChange={change} />
      <PyramidFigure projection={projection} base={base} year={year} />
    </Section>
  )
}

function PyramidFigure({ projection: { pyramids, jumpOff, name, sources }, base, year }: PyramidProps) {
  const { t, format } = useLanguage()
  const text = t.outlook.pyramid
  const most = useMemo(() => Math.max(1, ...[...pyramids, ...(base?.pyramids ?? [])].flatMap(({ men, women }) => [...men, ...women])), [pyramids, base])
  const now = pyramids[0]
  const then = pyramids.find((own) => own.year === year) ?? now
  const otherwise = base?.pyramids.find((own) => own.year === year)
  const draw = useCallback(
    async (width: number) => {
      const { drawPyramid } = await import('#web/charts/population-pyramid.ts')
      const empty = { men: [], women: [] }
      return drawPyramid({ width, then: then ?? empty, now: now ?? empty, otherwise, most, menText: text.men, womenText: text.women, write: (count) => format.number(count, most < 5 ? 1 : 0) })
    },
    [then, now, otherwise, most, text, format],
  )
  return (
    <ChartFigure
      title={text.figure(name, year)}
      label={text.label(name, year, jumpOff)}
      source={useResourceLine(sources)}
      draw={draw}
      legend={[
        { name: `${text.men} ${year}`, colour: PYRAMID_COLOURS.men },
        { name: `${text.women} ${year}`, colour: PYRAMID_COLOURS.women },
        { name: text.now(jumpOff), colour: PYRAMID_COLOURS.now, dashes: '' },
        ...(otherwise ? [{ name: t.outlook.base.outline(year), colour: PYRAMID_COLOURS.base, dashes: PYRAMID_BASE_DASHES }] : []),
      ]}
      table={now && then && <PyramidTable now={now} then={then} base={otherwise} />}
    />
  )
}

const GROUP = 5

function PyramidTable({ now, then, base }: { now: Pyramid; then: Pyramid; base: Pyramid | undefined }) {
  const { t, format } = useLanguage()
  const text = t.outlook.pyramid
  const ages = Array.from({ length: Math.ceil(now.men.length / GROUP) }, (_, group) => group * GROUP)
  const add = (counts: readonly number[], age: number): number => counts.slice(age, age + GROUP).reduce((total, own) => total + own, 0)
  const column = (sex: 'men' | 'women', own: Pyramid, isBase = false): TableColumn<number> => ({
    id: `${sex}${own.year}${isBase ? 'base' : ''}`,
    header: isBase ? t.outlook.base.column(text.column(text[sex], own.year)) : text.column(text[sex], own.year),
    numeric: true,
    value: (age) => add(own[sex], age),
    render: (age) => format.number(add(own[sex], age)),
  })
  const columns: TableColumn<number>[] = [
    { id: 'age', header: text.age, rowHeader: true, value: (age) => age, render: (age) => (age + GROUP > now.men.length ? `${age}+` : `${age}–${age + GROUP - 1}`) },
    column('men', now),
    column('women', now),
    ...(then.year === now.year ? [] : [column('men', then), column('women', then)]),
    ...(base ? [column('men', base, true), column('women', base, true)] : []),
  ]
  return <DataTable caption={text.table(then.year, now.year)} columns={columns} rows={ages} rowKey={String} />
}
