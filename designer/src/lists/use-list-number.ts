import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'

/** Writes a choice with the number of rows it leaves: “xã Đại Sơn (16.867)”. */
export const useListNumber = (): ((name: string, count: number) => string) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (name, count) => t('list.counted', { name, number: writeCount(count, language) })
}

/** A number of rows as people read it. */
export const writeCount = (count: number, language: string): string => new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(count)
