/** Progress for the terminal: a bar that redraws itself, or one line a step where the output goes to a file. */
import type { Progress, ProgressStep, ProgressText, ProgressUnit } from '#domain/progress.ts'

export interface TerminalProgressOptions {
  /** Where to write; standard error when left out. */
  readonly stream?: { write(text: string): unknown; readonly isTTY?: boolean; readonly columns?: number }
  readonly language?: 'nl' | 'en'
  /** Milliseconds since any fixed moment. */
  readonly now?: () => number
}

interface Line {
  readonly name: string
  readonly startedAt: number
  done: number
  total: number | undefined
  unit: ProgressUnit
}

const REDRAW_MS = 100
const BAR_WIDTH = 24

/** One, and more. */
const UNITS: Readonly<Record<'nl' | 'en', Readonly<Record<Exclude<ProgressUnit, 'bytes'>, readonly [string, string]>>>> = {
  nl: { rows: ['rij', 'rijen'], files: ['bestand', 'bestanden'], areas: ['gebied', 'gebieden'], draws: ['trekking', 'trekkingen'], steps: ['stap', 'stappen'] },
  en: { rows: ['row', 'rows'], files: ['file', 'files'], areas: ['area', 'areas'], draws: ['draw', 'draws'], steps: ['step', 'steps'] },
}

export function createTerminalProgress(options: TerminalProgressOptions = {}): Progress {
  const stream = options.stream ?? process.stderr
  const language = options.language ?? 'nl'
  const now = options.now ?? (() => performance.now())
  const lines = new Set<Line>()
  let drawnAt = -Infinity
  const say = (text: ProgressText): string => (typeof text === 'string' ? text : text[language])

  const draw = (line: Line | undefined): void => {
    if (stream.isTTY !== true) return
    drawnAt = now()
    const text = line === undefined ? '' : drawLine(line, lines.size - 1, language)
    stream.write(`\r\u001B[2K${text.slice(0, Math.max(20, (stream.columns ?? 80) - 1))}`)
  }
  const print = (text: string): void => {
    stream.write(stream.isTTY === true ? `\r\u001B[2K${text}\n` : `${text}\n`)
    draw([...lines].at(-1))
  }
  const finish = (line: Line, mark: string, result: ProgressText | undefined): void => {
    if (!lines.delete(line)) return
    const seconds = `${formatNumber((now() - line.startedAt) / 1000, language)} s`
    const amount = line.done > 0 ? [formatAmount(line.done, line.unit, language)] : []
    const remark = result === undefined ? [] : [say(result)]
    print(`${mark} ${line.name} (${[...amount, seconds].join(', ')})${remark.map((text) => `: ${text}`).join('')}`)
  }
  return {
    step(name): ProgressStep {
      const line: Line = { name: say(name), startedAt: now(), done: 0, total: undefined, unit: 'steps' }
      lines.add(line)
      draw(line)
      return {
        update(done, total, unit = 'steps') {
          Object.assign(line, { done, total, unit })
          if (lines.has(line) && now() - drawnAt >= REDRAW_MS) draw(line)
        },
        note: (text) => print(`  ${line.name}: ${say(text)}`),
        done: (result) => finish(line, '✓', result),
        fail: (reason) => finish(line, '✗', reason),
      }
    },
  }
}

function drawLine(line: Line, others: number, language: 'nl' | 'en'): string {
  const amount = formatAmount(line.done, line.unit, language)
  const rest = others > 0 ? ` (+${others})` : ''
  if (line.total === undefined || line.total <= 0) return `${line.done > 0 ? `${amount} ` : ''}${line.name}${rest}`
  const share = Math.min(1, line.done / line.total)
  const filled = Math.round(share * BAR_WIDTH)
  const bar = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
  const [of, percent] = language === 'nl' ? ['van', 'procent'] : ['of', 'percent']
  return `${bar} ${Math.floor(share * 100)} ${percent} ${line.name}${rest}, ${amount} ${of} ${formatAmount(line.total, line.unit, language)}`
}

function formatAmount(count: number, unit: ProgressUnit, language: 'nl' | 'en'): string {
  if (unit !== 'bytes') return `${count.toLocaleString(language)} ${UNITS[language][unit][count === 1 ? 0 : 1]}`
  if (count < 1000) return `${count} bytes`
  return count < 1_000_000 ? `${formatNumber(count / 1000, language)} kB` : `${formatNumber(count / 1_000_000, language)} MB`
}

function formatNumber(value: number, language: 'nl' | 'en'): string {
  return value.toLocaleString(language, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
}
