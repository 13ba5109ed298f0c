/** Everything of a projection as files. Under a scenario they are made for the asker: such a projection is kept nowhere. */
import { useState } from 'react'
import type { ProjectionAnswer } from '#domain/answers/projection-answers.ts'
import type { ScenarioDocument } from '#domain/scenario-document.ts'
import { sendDocument } from '#web/api/client.ts'
import { projectionRunUrl, projectionUrl, type PlaceKey } from '#web/api/queries.ts'
import { useLanguage } from '#web/app/language.tsx'
import { DownloadLinks } from '#web/components/download-links.tsx'
import { saveFile, toFileName } from '#web/map/picture.ts'

interface ProjectionDownloadsProps {
  placeKey: PlaceKey
  projection: ProjectionAnswer
  /** Undefined for the base. */
  document: ScenarioDocument | undefined
}

export function ProjectionDownloads({ placeKey, projection, document }: ProjectionDownloadsProps) {
  const { t, language } = useLanguage()
  const [failed, setFailed] = useState(false)
  const title = document === undefined ? t.outlook.downloads : t.outlook.downloadsOf(document.name)
  const name = `topdorp-vooruitblik-${toFileName(projection.name)}`
  const draws = projection.draws && { draws: projection.draws.count, seed: projection.draws.seed }
  if (document === undefined) {
    return (
      <>
        <DownloadLinks title={title} url={(format) => projectionUrl(placeKey, { ...draws, format })} />
        <p className="td-actions">
          <a className="utrecht-link utrecht-link--html-a" href={projectionUrl(placeKey, { ...draws })} download={`${name}.json`}>
            {t.download.json}
          </a>
        </p>
      </>
    )
  }
  const fetchFile = async (format: 'csv' | 'xlsx' | 'json'): Promise<void> => {
    setFailed(false)
    try {
      const response = await sendDocument(projectionRunUrl(placeKey, { ...draws, format }), document, language)
      saveFile(await response.blob(), `${name}.${format}`)
    } catch {
      setFailed(true)
    }
  }
  return (
    <div className="td-downloads">
      <span className="td-downloads__title">{title}</span>
      {(['csv', 'xlsx', 'json'] as const).map((format) => (
        <button key={format} type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => void fetchFile(format)}>
          {t.download[format]}
        </button>
      ))}
      {failed && <p role="alert">{t.download.failed}</p>}
    </div>
  )
}
