import { createInstance, type i18n as I18n } from 'i18next'
import { initReactI18next } from 'react-i18next'
import type { Language } from '@tieuchi/runtime'
import { wordsEn } from './words-en.ts'
import { wordsVi } from './words-vi.ts'

const STORED = 'tieuchi.language'

const isLanguage = (value: unknown): value is Language => value === 'vi' || value === 'en'

const storedLanguage = (): Language => {
  const stored = localStorage.getItem(STORED)
  return isLanguage(stored) ? stored : 'vi'
}

export const i18n: I18n = createInstance()

const onLanguage = (language: string): void => {
  document.documentElement.lang = language
}

void i18n.use(initReactI18next).init({
  lng: storedLanguage(),
  fallbackLng: 'vi',
  resources: { vi: { translation: wordsVi }, en: { translation: wordsEn } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
})
onLanguage(i18n.language)
i18n.on('languageChanged', onLanguage)

/** Speaks another language from now on, also after a reload. */
export const changeLanguage = (language: Language): void => {
  localStorage.setItem(STORED, language)
  void i18n.changeLanguage(language)
}

/** The language of the interface as the runtime's texts name it. */
export const languageOf = (language: string): Language => (isLanguage(language) ? language : 'vi')
