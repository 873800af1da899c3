import { Alert, Button, Menu } from '@mantine/core'
import { IconDownload, IconTable, IconUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { casesFile } from '../api/case-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { saveFile } from '../ui/save-file.ts'
import { ImportCases } from './ImportCases.tsx'

/** Cases out to Excel and in again. */
export const ExcelMenu = () => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { draft, editor, writable } = useDraft()
  const [importing, setImporting] = useState(false)
  const saving = useMutation({ mutationFn: async () => {
    await editor.flush()
    await saveFile(casesFile(draft.id, language))
  } })
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target><Button variant="default" leftSection={<IconTable size={16} aria-hidden />} loading={saving.isPending}>Excel</Button></Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconDownload size={16} aria-hidden />} onClick={() => saving.mutate()}>{t('bench.toExcel')}</Menu.Item>
          {writable && <Menu.Item leftSection={<IconUpload size={16} aria-hidden />} onClick={() => setImporting(true)}>{t('bench.fromExcel')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      {saving.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(saving.error))}</Alert>}
      {importing && <ImportCases onClose={() => setImporting(false)} />}
    </>
  )
}
