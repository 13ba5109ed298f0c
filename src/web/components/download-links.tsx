/** Links to the same figures as a file. */
import { useLanguage } from '#web/app/language.tsx'

/** `url` makes the address for a format of the API. */
export function DownloadLinks({ title, url }: { title?: string; url: (format: 'csv' | 'xlsx') => string }) {
  const { t } = useLanguage()
  return (
    <div className="td-downloads">
      <span className="td-downloads__title">{title ?? t.download.title}</span>
      {(['csv', 'xlsx'] as const).map((format) => (
        <a key={format} className="utrecht-button utrecht-button--secondary-action utrecht-button-link td-download" href={url(format)} download>
          {t.download[format]}
        </a>
      ))}
    </div>
  )
}
