/** What people entered: whether it can be opened, and is whole. */
import { hasRecords, openRecords, type RecordsSettings } from '#records/open-records.ts'
import { RecordsError } from '#records/records-error.ts'
import { failed, passed, type CheckResult } from '#cli/doctor/check.ts'

const RESTORE = {
  nl: 'Stop Topdorp, bewaar het beschadigde bestand, en zet een reservekopie terug (docs/nl/signalen.md).',
  en: 'Stop Topdorp, keep the damaged file, and restore a backup (docs/nl/signalen.md).',
}

export async function checkRecords(settings: RecordsSettings): Promise<CheckResult> {
  if (!hasRecords(settings)) return passed('Registratie: nog niets ingevoerd', 'Records: nothing entered yet')
  try {
    const records = await openRecords(settings)
    const faults = await records.listFaults()
    await records.close()
    if (faults.length === 0) return passed(`Registratie: heel (${records.location})`, `Records: whole (${records.location})`)
    const list = faults.slice(0, 3).join('; ')
    return failed({ nl: `De registratie is beschadigd: ${list}`, en: `The records are damaged: ${list}` }, RESTORE)
  } catch (error) {
    if (error instanceof RecordsError) return failed(error.messages, RESTORE)
    throw error
  }
}
