import { Button } from '@mantine/core'
import { IconPrinter } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { draftFormPath } from '../api/print-api.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { usePrint } from '../prints/use-print.ts'

/** The form on paper, as it is once everything is saved. */
export const PrintDraftForm = ({ form }: { readonly form: string }) => {
  const { t } = useTranslation()
  const { draft, editor } = useDraft()
  const { print, pending } = usePrint()
  const start = async (): Promise<void> => {
    await editor.flush()
    print((language) => draftFormPath(draft.id, form, language))
  }
  return <Button variant="default" loading={pending} leftSection={<IconPrinter size={16} aria-hidden />} onClick={() => void start()}>{t('prints.blank')}</Button>
}
