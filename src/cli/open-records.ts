/** The records that a command works with, and who is at the command line. */
import { userInfo } from 'node:os'
import { openRecords } from '#records/open-records.ts'
import type { Records } from '#records/records.ts'
import { RecordsError } from '#records/records-error.ts'
import type { Act } from '#steps/see/signals/moderate.ts'
import { SignalError } from '#steps/see/signals/signal-error.ts'
import { CommandError, type Bilingual, type CommandInput } from '#cli/command.ts'
import { readSettings } from '#cli/open-figures.ts'

/** Opens the records, does the work, closes them. Throws CommandError for what is expected to go wrong. */
export async function withRecords<Result>(input: CommandInput, work: (records: Records) => Promise<Result>): Promise<Result> {
  let records: Records | undefined
  try {
    records = await openRecords(readSettings(input))
    return await work(records)
  } catch (error) {
    if (error instanceof RecordsError) throw new CommandError(error.messages)
    if (error instanceof SignalError) throw new CommandError(explain(error))
    throw error
  } finally {
    await records?.close()
  }
}

/** Who the access log will name. */
export function actNow(): Act {
  return { who: `command line: ${userInfo().username}`, now: new Date() }
}

function explain({ problem, subject }: SignalError): Bilingual {
  switch (problem) {
    case 'unknownSignal':
      return { nl: `Er is geen signaal ${subject}. Alle signalen: topdorp signals list`, en: `There is no signal ${subject}. All signals: topdorp signals list` }
    case 'noContact':
      return { nl: `Bij signaal ${subject} zijn geen contactgegevens, of ze zijn gewist.`, en: `Signal ${subject} has no contact details, or they were erased.` }
    default:
      return {
        nl: `Bij signaal ${subject} kan deze stap nu niet. Kijk met "topdorp signals show ${subject}" hoe het ermee staat; plaats het eerst met "topdorp signals publish ${subject}".`,
        en: `This step is not possible for signal ${subject} now. See with "topdorp signals show ${subject}" how it stands; publish it first with "topdorp signals publish ${subject}".`,
      }
  }
}
