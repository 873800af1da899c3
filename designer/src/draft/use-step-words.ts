import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { ToldCommand } from '../editor-store/told-command.ts'

/** Says what undoing takes back, or doing again brings back. */
export const useStepWords = (): ((label: 'drafts.undo' | 'drafts.redo', told: ToldCommand | undefined) => string) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (label, told) => {
    if (!told) return t(label)
    const { verb, changed, title } = told
    const what = t(`drafts.changed.${changed}`)
    return t('drafts.stepOf', { label: t(label), step: t(`drafts.verb.${verb}`, { what: title ? t('drafts.changedOf', { what, title: read(title) }) : what }) })
  }
}
