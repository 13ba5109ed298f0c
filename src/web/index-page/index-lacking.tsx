/** What an index should have and does not, in plain words. */
import type { IndexAnswer } from '#domain/answers/index-answers.ts'
import type { AreaLevel } from '#domain/area.ts'
import { useLanguage } from '#web/app/language.tsx'
import { SiteLink } from '#web/app/url.tsx'
import { Section } from '#web/components/page.tsx'

interface IndexLackingProps extends Pick<IndexAnswer['levels'][number], 'withoutFigures' | 'leftOut'> {
  level: AreaLevel
  hasSafety: boolean
}

export function IndexLacking({ level, withoutFigures, leftOut, hasSafety }: IndexLackingProps) {
  const { t, pick } = useLanguage()
  return (
    <Section title={t.index.lacking} id="ontbreekt">
      {withoutFigures.length > 0 && <p className="utrecht-paragraph">{t.index.lackingThemes(withoutFigures.map((theme) => t.theme[theme].toLocaleLowerCase()).join(', '), t.levels[level])}</p>}
      {hasSafety && <p className="utrecht-paragraph">{t.index.lackingSafety}</p>}
      {leftOut.length > 0 && (
        <>
          <p className="utrecht-paragraph">{t.index.lackingIndicators}</p>
          <ul className="utrecht-unordered-list td-list">
            {leftOut.map(({ indicator, name, theme }) => (
              <li key={indicator} className="utrecht-unordered-list__item">
                {t.theme[theme]}: {pick(name)}
              </li>
            ))}
          </ul>
        </>
      )}
      <p className="utrecht-paragraph">
        {t.index.lackingProtected} <SiteLink to="/methode/basis-op-orde">{t.methods.toIndex}</SiteLink>
      </p>
    </Section>
  )
}
