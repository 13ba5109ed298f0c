import { THEMES, type Theme } from '#domain/indicator.ts'
import { useLanguage } from '#web/app/language.tsx'
import { nl } from '#web/messages/nl/index.ts'

/** What a dimension is called: a theme in the language of the page, anything else as its maker called it. */
export function useDimensionName(): (dimension: { readonly id: string; readonly name: string }) => string {
  const { t } = useLanguage()
  return ({ id, name }) => (THEMES.some((theme) => theme === id) && nl.theme[id as Theme] === name ? t.theme[id as Theme] : name)
}
