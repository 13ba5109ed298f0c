/** Asks to load the page anew, when the server has become another than the page is made for. What people filled in stays until they do. */
import { useSyncExternalStore } from 'react'
import { pageAge } from '#web/api/site-build.ts'
import { useLanguage } from '#web/app/language.tsx'

export function NewVersion() {
  const { t } = useLanguage()
  const isOld = useSyncExternalStore(pageAge.subscribe, pageAge.isOld)
  return (
    <div role="status">
      {isOld && (
        <div className="td-banner">
          <div className="td-banner__inner">
            <p>
              <strong>{t.newVersion.title}</strong> {t.newVersion.text}
            </p>
            <button type="button" className="utrecht-button utrecht-button--secondary-action" onClick={() => location.reload()}>
              {t.newVersion.reload}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
