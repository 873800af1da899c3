import type { Language, Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { languageOf } from './i18n.ts'

/** The language of the interface, and the reader of texts that come in both. */
export const useLanguage = (): { readonly language: Language; readonly read: (text: Text) => string } => {
  const { i18n } = useTranslation()
  const language = languageOf(i18n.language)
  return { language, read: (text) => text[language] }
}
