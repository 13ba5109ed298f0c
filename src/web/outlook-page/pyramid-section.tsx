/** The population pyramid of a year that one chooses, against that of now. */
import { useCallback, useMemo } from 'react'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { useSetUrlState } from '#web/app/url.tsx'
import { PYRAMID_COLOURS } from '#web/charts/chart-colours.ts'
import { ChartFigure } from '#web/charts/chart-figure.tsx'
import { useResourceLine } from '#web/charts/use-source-line.ts'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { YearStepper } from '#web/outlook-page/year-stepper.tsx'

type Pyramid = ProjectionAnswer['pyramids'][number]

export function PyramidSection({ projection, year }: { projection: ProjectionAnswer; year: number }) {
  const { t } = useLanguage()
  const setState = useSetUrlState()
  const change = useCallback((next: number) => setState({ jaar: String(next) }), [setState])
  return (
    <Section title={t.outlook.pyramid.title} id="leeftijden">
      <p className="utrecht-paragraph">{t.outlook.pyramid.lead(projection.jumpOff)}</p>
      <YearStepper years={projection.years} year={year} onChange={change} />
      <PyramidFigure projection={projection} year={year} />
    </Section>
  )
}

function PyramidFigure({ projection: { pyramids, jumpOff, name, sources }, year }: { projection: ProjectionAnswer; year: number }) {
  const { t, format } = useLanguage()
  const text = t.outlook.pyramid
  const most = useMemo(() => Math.max(1, ...pyramids.flatMap(({ men, women }) => [...men, ...women])), [pyramids])
  const now = pyramids[0]
  const then = pyramids.find((own) => own.year === year) ?? now
  const draw = useCallback(
    async (width: number) => {
      const { drawPyramid } = await import('#web/charts/population-pyramid.ts')
      const empty = { men: [], women: [] }
      return drawPyramid({ width, then: then ?? empty, now: now ?? empty, most, menText: text.men, womenText: text.women, write: (count) => format.number(count, most < 5 ? 1 : 0) })
    },
    [then, now, most, text, format],
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
      ]}
      table={now && then && <PyramidTable now={now} then={then} />}
    />
  )
}

const GROUP = 5

function PyramidTable({ now, then }: { now: Pyramid; then: Pyramid }) {
  const { t, format } = useLanguage()
  const text = t.outlook.pyramid
  const ages = Array.from({ length: Math.ceil(now.men.length / GROUP) }, (_, group) => group * GROUP)
  const add = (counts: readonly number[], age: number): number => counts.slice(age, age + GROUP).reduce((total, own) => total + own, 0)
  const column = (sex: 'men' | 'women', own: Pyramid): TableColumn<number> => ({
    id: `${sex}${own.year}`,
    header: text.column(text[sex], own.year),
    numeric: true,
    value: (age) => add(own[sex], age),
    render: (age) => format.number(add(own[sex], age)),
  })
  const columns: TableColumn<number>[] = [
    { id: 'age', header: text.age, rowHeader: true, value: (age) => age, render: (age) => (age + GROUP > now.men.length ? `${age}+` : `${age}–${age + GROUP - 1}`) },
    column('men', now),
    column('women', now),
    ...(then.year === now.year ? [] : [column('men', then), column('women', then)]),
  ]
  return <DataTable caption={text.table(then.year, now.year)} columns={columns} rows={ages} rowKey={String} />
}
