/** How a projection was made, and how wrong the same program was before. */
import { useQuery } from '@tanstack/react-query'
import type { BackTestAnswer, ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import { backTestQuery } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'
import { Section } from '#web/components/page.tsx'
import { Answer } from '#web/components/page-states.tsx'

type Outcome = ProjectionAnswer['backTest'][number]

export function MadeSection({ projection, municipality }: { projection: ProjectionAnswer; municipality: string }) {
  const { t, pick } = useLanguage()
  const text = t.outlook.made
  const outcomes = listLastOutcomes(projection.backTest)
  return (
    <Section title={text.title} id="gemaakt">
      {text.text.map((paragraph) => (
        <p key={paragraph} className="utrecht-paragraph">
          {paragraph}
        </p>
      ))}
      {outcomes.length === 0 ? (
        <p className="td-note">{text.placeUnknown}</p>
      ) : (
        <>
          <NewestOutcome outcomes={projection.backTest} municipality={municipality} />
          <OutcomeTable outcomes={outcomes} caption={text.place(municipality)} />
          <SizeClass outcomes={projection.backTest} />
        </>
      )}
      {projection.level === 'smallArea' && <SmallSizeClass inhabitants={projection.population.projected[0] ?? 0} />}
      <h3 className="utrecht-heading-3">{text.remarks}</h3>
      <ul className="td-remarks">
        {projection.remarks.map((remark) => (
          <li key={remark.nl}>{pick(remark)}</li>
        ))}
      </ul>
      {projection.findings.length > 0 && (
        <details className="td-opens-on-paper">
          <summary>{text.findings}</summary>
          <ul className="td-remarks">
            {projection.findings.map(({ message }) => (
              <li key={message.nl}>{pick(message)}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="td-note"><SiteLink to="/methode/vooruitblik">{t.methods.toOutlook}</SiteLink></p>
    </Section>
  )
}

/** Of every jump-off and measure the outcome that is furthest ahead. */
function listLastOutcomes(outcomes: readonly Outcome[]): Outcome[] {
  const last = new Map<string, Outcome>()
  for (const outcome of outcomes) {
    const key = `${outcome.jumpOff} ${outcome.measure}`
    if ((last.get(key)?.year ?? 0) < outcome.year) last.set(key, outcome)
  }
  return [...last.values()]
}

function OutcomeTable({ outcomes, caption }: { outcomes: readonly Outcome[]; caption: string }) {
  const { t, format } = useLanguage()
  const text = t.outlook.made
  const miss = ({ projected, counted }: Outcome): number | undefined => (counted === 0 ? undefined : (100 * (projected - counted)) / counted)
  const inside = ({ counted, lower80, upper80 }: Outcome): string =>
    lower80 === undefined || upper80 === undefined ? text.noInterval : counted >= lower80 && counted <= upper80 ? text.yes : text.no
  const columns: TableColumn<Outcome>[] = [
    { id: 'what', header: text.what, rowHeader: true, value: ({ measure }) => text.measures[measure] ?? measure },
    { id: 'jumpOff', header: text.jumpOff, numeric: true, value: ({ jumpOff }) => jumpOff, render: ({ jumpOff }) => String(jumpOff) },
    { id: 'year', header: t.outlook.year, numeric: true, value: ({ year }) => year, render: ({ year }) => String(year) },
    { id: 'projected', header: t.outlook.expected, numeric: true, value: ({ projected }) => projected, render: ({ projected }) => format.number(projected) },
    { id: 'counted', header: text.counted, numeric: true, value: ({ counted }) => counted, render: ({ counted }) => format.number(counted) },
    { id: 'miss', header: text.difference, numeric: true, value: miss, render: (row) => (miss(row) === undefined ? '–' : `${format.signed(miss(row) ?? 0, 1)}%`) },
    { id: 'inside', header: text.inside, value: inside },
  ]
  return <DataTable caption={caption} columns={columns} rows={outcomes} rowKey={({ measure, jumpOff }) => `${measure} ${jumpOff}`} />
}

/** Of the inhabitants, the last year that was counted, with the newest figures that were tested on it. */
const findNewest = (outcomes: readonly Outcome[]): Outcome | undefined => outcomes.filter(({ measure }) => measure === 'population').toSorted((a, b) => b.year - a.year || b.jumpOff - a.jumpOff)[0]

/** The last test in a sentence, for who reads no table. */
function NewestOutcome({ outcomes, municipality }: { outcomes: readonly Outcome[]; municipality: string }) {
  const { t, format } = useLanguage()
  const newest = findNewest(outcomes)
  if (newest === undefined || newest.counted === 0) return null
  const { jumpOff, year, projected, counted } = newest
  const more = Math.round(counted) - Math.round(projected)
  return (
    <p className="utrecht-paragraph">
      {t.outlook.made.newest({ municipality, jumpOff, year, projected: format.number(projected), counted: format.number(counted), sign: Math.sign(more), more: format.number(Math.abs(more)), percent: format.number((100 * Math.abs(projected - counted)) / counted, 1) })}
    </p>
  )
}

/** How wrong it was in all municipalities of about that size, beside what one could have said without a program. */
function SizeClass({ outcomes }: { outcomes: readonly Outcome[] }) {
  const backTest = useQuery(backTestQuery())
  const newest = findNewest(outcomes)
  if (newest === undefined) return null
  return <Answer query={backTest}>{({ lines }) => <SizeClassText line={findLine(lines, newest)} />}</Answer>
}

function findLine(lines: BackTestAnswer['lines'], { jumpOff, year, counted }: Outcome): BackTestAnswer['lines'][number] | undefined {
  const same = lines.filter((line) => line.measure === 'population' && line.jumpOff === jumpOff && line.year === year)
  const isWhole = ({ inhabitants: { from, until } }: (typeof same)[number]) => from === 0 && until === null
  return same.find((line) => !isWhole(line) && counted >= line.inhabitants.from && (line.inhabitants.until === null || counted < line.inhabitants.until))
}

function SizeClassText({ line }: { line: BackTestAnswer['lines'][number] | undefined }) {
  const { t, format } = useLanguage()
  const text = t.outlook.made
  if (line === undefined) return null
  const write = (percent: number): string => format.number(percent, 1)
  return (
    <>
      <h3 className="utrecht-heading-3">{text.classTitle}</h3>
      <p className="utrecht-paragraph">
        {text.classText(line.jumpOff, line.year, format.number(line.municipalities), write(line.medianAbsoluteError))}{' '}
        {line.constantGrowth === null ? text.noChangeOnly(write(line.noChange)) : text.baselines(write(line.noChange), `${write(line.constantGrowth)} ${t.outlook.made.percent}`)}{' '}
        {line.within80 !== null && text.within(format.number(100 * line.within80))}
      </p>
    </>
  )
}

/** The same for buurten of about that size: what is projected of a municipality says little of its parts. */
function SmallSizeClass({ inhabitants }: { inhabitants: number }) {
  const backTest = useQuery(backTestQuery())
  const { t, format } = useLanguage()
  const text = t.outlook.made
  return (
    <Answer query={backTest}>
      {({ smallAreas }) => {
        const line = findSmallLine(smallAreas, inhabitants)
        if (line === undefined) return null
        return (
          <>
            <h3 className="utrecht-heading-3">{text.smallTitle}</h3>
            <p className="utrecht-paragraph">
              {text.smallText(line.jumpOff, line.year, format.number(line.areas), format.number(line.projected.median, 1))} {text.noChangeOnly(format.number(line.noChange.median, 1))} {line.projected.median > line.noChange.median && text.smallWorse}
            </p>
          </>
        )
      }}
    </Answer>
  )
}

type SmallLine = BackTestAnswer['smallAreas'][number]

/** The class that it falls in, over the most years; the class of all is the widest, so that is the last to fit. */
function findSmallLine(lines: readonly SmallLine[], inhabitants: number): SmallLine | undefined {
  const width = ({ inhabitants: { from, until } }: SmallLine): number => (until ?? Infinity) - from
  return lines
    .filter(({ inhabitants: { from, until } }) => inhabitants >= from && (until === null || inhabitants < until))
    .toSorted((a, b) => a.jumpOff - b.jumpOff || (width(a) === width(b) ? b.inhabitants.from - a.inhabitants.from : width(a) - width(b)))[0]
}
