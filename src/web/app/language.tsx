/** The language of the page, its messages and its way of writing numbers. */
import { useQueryClient } from '@tanstack/react-query'
import { createContext, useContext, useLayoutEffect, useMemo, type ReactNode } from 'react'
import { createFormat, type Format } from '#web/format/format.ts'
import { putInSentences } from '#web/messages/en/in-sentences.ts'
import { en } from '#web/messages/en/index.ts'
import { nl } from '#web/messages/nl/index.ts'
import type { Messages } from '#web/messages/nl/index.ts'

export type Language = 'nl' | 'en'

export interface LanguageValue {
  readonly language: Language
  readonly t: Messages
  readonly format: Format
  /** The text in the language of the page. */
  readonly pick: (text: { readonly nl: string; readonly en: string }) => string
}

const catalogues: Readonly<Record<Language, Messages>> = { nl, en: putInSentences(en) }

function createLanguageValue(language: Language): LanguageValue {
  return { language, t: catalogues[language], format: createFormat(language), pick: (text) => text[language] }
}

const LanguageContext = createContext<LanguageValue>(createLanguageValue('nl'))

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  const value = useMemo(() => createLanguageValue(language), [language])
  const client = useQueryClient()
  // Before the effects of what is inside: the first questions to the API are asked in this language.
  useLayoutEffect(() => {
    const { documentElement: page } = document
    const isOther = page.lang !== language
    page.lang = language
    // Names of areas and sentences of the API are kept in the language in which they were asked.
    if (isOther) void client.invalidateQueries()
  }, [language, client])
  return <LanguageContext value={value}>{children}</LanguageContext>
}

export function useLanguage(): LanguageValue {
  return useContext(LanguageContext)
}
