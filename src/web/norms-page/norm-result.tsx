/** What became of the norms in an area, and taking them along. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { FacilityTypeListAnswer } from '#domain/answers/reach-answers.ts'
import { listNormFaults } from '#domain/norm-faults.ts'
import type { NormSetDocument } from '#domain/norm-set.ts'
import { normRunQuery, normRunUrl, type NormAsked } from '#web/api/scenarios.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DocumentField } from '#web/components/document-field.tsx'
import { Loading } from '#web/components/page-states.tsx'
import { SaveTables } from '#web/components/save-tables.tsx'
import { saveFile, toFileName } from '#web/map/picture.ts'
import { NormLines } from '#web/norms-page/norm-lines.tsx'
import { NormPlaces } from '#web/norms-page/norm-places.tsx'
import { Faults } from '#web/components/faults.tsx'
import { listFaults } from '#web/components/list-faults.ts'

interface NormResultProps {
  asked: NormAsked
  types: FacilityTypeListAnswer['facilityTypes']
}

export function NormResult({ asked, types }: NormResultProps) {
  const { t, format, pick } = useLanguage()
  const { data, error } = useQuery({ ...normRunQuery(asked), retry: false })
  if (error) return <Faults title={t.norms.refused} faults={listFaults(error, t)} />
  if (data === undefined) {
    return (
      <>
        <Loading tall />
        {asked.year !== undefined && <p className="td-note">{t.norms.slow}</p>}
      </>
    )
  }
  return (
    <>
      <NormLines run={data} types={types} />
      {data.remarks.length > 0 && (
        <ul className="td-notes">
          {data.remarks.map((remark) => (
            <li key={remark.nl}>{pick(remark)}</li>
          ))}
        </ul>
      )}
      {data.placeUnknown > 0 && <p className="td-note">{t.norms.placeUnknown(format.number(data.placeUnknown))}</p>}
      <SaveTables url={(kind) => normRunUrl(asked, kind)} order={{ norms: asked.norms, scenario: asked.scenario }} name={`topdorp-${toFileName(asked.norms.name)}`} />
      <NormPlaces run={data} types={types} />
    </>
  )
}

/** The set as a file, and one from a file. */
export function NormDocuments({ document, onOpen }: { document: NormSetDocument; onOpen: (document: NormSetDocument) => void }) {
  const { t, pick } = useLanguage()
  const [faults, setFaults] = useState<readonly string[]>([])
  const read = async (opened: unknown): Promise<void> => {
    const norms = typeof opened === 'object' && opened !== null ? (opened as { norms?: unknown }).norms : undefined
    if (!Array.isArray(norms) || norms.some((norm) => typeof norm !== 'object' || norm === null)) return setFaults([t.norms.noSet])
    const wrong = listNormFaults(norms as NormSetDocument['norms'])
    if (wrong.length > 0) setFaults(wrong.map(({ message }) => pick(message)))
    else onOpen(opened as NormSetDocument)
  }
  return (
    <>
      <p className="td-actions">
        <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => saveFile(new Blob([JSON.stringify(document, null, 2)], { type: 'application/json' }), `topdorp-normen-${toFileName(document.name)}.json`)}>
          {t.norms.save}
        </button>
      </p>
      <DocumentField label={t.norms.open} hint={t.norms.openHint} tooLarge={t.selection.tooLarge} notJson={t.selection.notJson} onFaults={setFaults} onRead={read}>
        {faults.length > 0 && <Faults title={t.norms.refused} faults={faults} />}
      </DocumentField>
    </>
  )
}
