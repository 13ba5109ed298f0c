/** All norms at once: for whom each is not met, and which facilities are too small. */
import type { NormRunAnswer } from '#domain/answers/norm-answers.ts'
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import { useLanguage } from '#web/app/language.tsx'
import { FacilityYears } from '#web/components/facility-years.tsx'
import { DataTable, type TableColumn } from '#web/components/data-table.tsx'

type Line = NormRunAnswer['lines'][number]

interface NormLinesProps {
  run: NormRunAnswer
  types: FacilityTypeListAnswer['facilityTypes']
}

/** How a norm is called in a table. */
export function useNormName({ types }: Pick<NormLinesProps, 'types'>): (line: Line) => string {
  const { t, format, pick } = useLanguage()
  return ({ facilityType, mode, mostMinutes, leastSize }) => {
    const type = types.find(({ id }) => id === facilityType)
    const parts = [
      ...(mostMinutes === undefined ? [] : [t.norms.within(format.number(mostMinutes, Number.isInteger(mostMinutes) ? 0 : 1), t.reach.modes[mode].toLocaleLowerCase())]),
      ...(leastSize === undefined ? [] : [t.norms.atLeast(format.number(leastSize))]),
    ]
    return `${type ? pick(type.name) : facilityType}: ${parts.join(', ')}`
  }
}

type Sized = Pick<Line, 'tooSmall' | 'facilityCount' | 'sizeUnknown' | 'justBegun'>

export function NormLines({ run, types }: NormLinesProps) {
  const { t, format } = useLanguage()
  const nameNorm = useNormName({ types })
  const text = t.norms
  const hasBase = run.lines.some(({ base }) => base !== undefined)
  const hasNow = run.lines.some(({ now }) => now !== undefined)
  const count = (id: string, header: string, read: (line: Line) => number | null | undefined): TableColumn<Line> => {
    const value = (line: Line) => read(line) ?? undefined
    return { id, header, numeric: true, value, render: (line) => (line.missing ? text.missing : value(line) === undefined ? '–' : format.number(value(line)!)) }
  }
  const beside = (what: string, side: string) => `${what}, ${side.toLocaleLowerCase()}`
  const share = ({ beyond, inhabitants = 0, timeUnknown = 0 }: Line) => (beyond === undefined || inhabitants === timeUnknown ? undefined : (100 * beyond.all) / (inhabitants - timeUnknown))
  const writeSmall = ({ tooSmall, facilityCount, sizeUnknown = 0, justBegun = 0 }: Sized) => (tooSmall === undefined ? '–' : text.ofFacilities(format.number(tooSmall), format.number((facilityCount ?? 0) - sizeUnknown - justBegun)))
  /** Of one side: how many are too small, of how many there are on that side. */
  const small = (id: string, header: string, read: (line: Line) => Sized | undefined): TableColumn<Line> => ({ id, header, numeric: true, value: (line) => read(line)?.tooSmall, render: (line) => writeSmall(read(line) ?? {}) })
  const columns: TableColumn<Line>[] = [
    { id: 'norm', header: text.norm, rowHeader: true, value: nameNorm },
    count('beyond', text.beyond, ({ beyond }) => beyond?.all),
    ...(hasBase ? [count('base', beside(text.beyond, text.beyondBase), ({ base }) => base?.beyond?.all)] : []),
    ...(hasNow ? [count('now', beside(text.beyond, text.now), ({ now }) => now?.beyond?.all)] : []),
    { id: 'share', header: text.share, numeric: true, value: share, render: (line) => (share(line) === undefined ? '–' : `${format.number(share(line)!, 1)}%`) },
    count('children', text.children, ({ beyond }) => beyond?.age0to14),
    ...(hasBase ? [count('childrenBase', beside(text.children, text.beyondBase), ({ base }) => base?.beyond?.age0to14)] : []),
    ...(hasNow ? [count('childrenNow', beside(text.children, text.now), ({ now }) => now?.beyond?.age0to14)] : []),
    count('older', text.older, ({ beyond }) => beyond?.age65Plus),
    count('withoutCar', text.withoutCar, (line) => line.withoutCar?.beyond),
    ...(run.lines.some(({ timeUnknown = 0 }) => timeUnknown > 0) ? [count('timeUnknown', text.timeUnknown, ({ timeUnknown }) => timeUnknown)] : []),
    ...(run.lines.some(({ justBegun = 0 }) => justBegun > 0) ? [count('justBegun', text.justBegun, ({ justBegun }) => justBegun)] : []),
    small('small', text.tooSmall, (line) => line),
    ...(hasBase ? [small('smallBase', beside(text.tooSmall, text.beyondBase), ({ base }) => base)] : []),
    ...(hasNow ? [small('smallNow', beside(text.tooSmall, text.now), ({ now }) => now)] : []),
  ]
  return (
    <>
      <DataTable caption={text.linesCaption(run.peopleFrom === 'counted' ? run.name : `${run.name}, ${run.peopleYear}`)} columns={columns} rows={run.lines} rowKey={nameNorm} />
      <FacilityYears of={run.lines.map(({ facilityType }) => facilityType)} />
      <ul className="td-notes">
        {run.lines.map((line) => (
          <li key={nameNorm(line)}>
            {nameNorm(line)}. <strong>{text.bases[line.basis] ?? line.basis}</strong> {line.source} {line.url !== undefined && <a className="utrecht-link utrecht-link--html-a" href={line.url} rel="noreferrer">{text.source(nameNorm(line))}</a>}
          </li>
        ))}
      </ul>
    </>
  )
}
