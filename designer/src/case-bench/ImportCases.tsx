import { Alert, Button, Checkbox, FileInput, Group, List, Modal, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { readCasesFile } from '../api/case-api.ts'
import { detailOf, ProblemError } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { base64Of } from '../ui/base64.ts'

/** Takes the cases of an Excel file over as one step, or says by row and column what is wrong and takes over none. */
export const ImportCases = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, editor, state: { document: { release } } } = useDraft()
  const [file, setFile] = useState<File | null>(null)
  const [alone, setAlone] = useState(false)
  const [tried, setTried] = useState(false)
  const importing = useMutation({
    mutationFn: async (chosen: File) => {
      await editor.flush()
      return readCasesFile(draft.id, await base64Of(chosen))
    },
    onSuccess: ({ cases }) => {
      editor.perform({ name: 'cases.keep', args: { cases, ...(alone && { alone }) } })
      onClose()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (file) importing.mutate(file)
  }
  return (
    <Modal opened onClose={onClose} title={t('bench.fromExcel')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text>{t('bench.fromExcelText')}</Text>
          <FileInput
            label={t('bench.file')} placeholder={t('import.choose')} accept=".xlsx" value={file} leftSection={<IconUpload size={16} aria-hidden />} error={tried && !file && t('import.missing')} clearable={false}
            onChange={(next) => {
              setFile(next)
              importing.reset()
            }}
          />
          {release.cases.length > 0 && <Checkbox label={t('bench.alone')} description={t('bench.aloneText', { count: release.cases.length })} checked={alone} onChange={(event) => setAlone(event.currentTarget.checked)} />}
          {importing.error && (
            <Alert color="red" variant="outline" role="alert" title={read(detailOf(importing.error))}>
              {importing.error instanceof ProblemError && importing.error.issues.length > 0 && <List size="sm">{importing.error.issues.map(({ message }, index) => <List.Item key={`${index} ${message.vi}`}>{read(message)}</List.Item>)}</List>}
            </Alert>
          )}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('close')}</Button>
            <Button type="submit" loading={importing.isPending}>{t('bench.takeOver')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
