import { Alert, Button, FileInput, Group, List, Modal, Stack, Text } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { Issue } from '@tieuchi/runtime'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { importDraft } from '../api/draft-api.ts'
import { detailOf, ProblemError } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'

/** Begins a draft from a file that was exported here or elsewhere, and says what stands otherwise here. */
export const ImportDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [file, setFile] = useState<File | null>(null)
  const [tried, setTried] = useState(false)
  const [unreadable, setUnreadable] = useState(false)
  const open = (id: string): void => void navigate({ to: '/drafts/$id', params: { id } })
  const importing = useMutation({
    mutationFn: importDraft,
    onSuccess: async ({ id, issues }) => {
      await queryClient.invalidateQueries({ queryKey: ['drafts'] })
      if (issues.length === 0) open(id)
    },
  })
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    setTried(true)
    setUnreadable(false)
    if (!file) return
    const content = parseJson(await file.text())
    if (content === undefined) setUnreadable(true)
    else importing.mutate(content)
  }
  const done = importing.data
  return (
    <Modal opened onClose={onClose} title={t('import.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack gap="md">
          <Text>{t('import.text')}</Text>
          <FileInput label={t('import.file')} placeholder={t('import.choose')} accept=".json,application/json" value={file} onChange={setFile} leftSection={<IconUpload size={16} aria-hidden />} error={(tried && !file && t('import.missing')) || (unreadable && t('import.unreadable'))} disabled={done !== undefined} clearable={false} />
          {importing.error && (
            <Alert color="red" variant="outline" role="alert" title={read(detailOf(importing.error))}>
              {importing.error instanceof ProblemError && <Issues issues={importing.error.issues} />}
            </Alert>
          )}
          {done && <Alert color="yellow" variant="outline" title={t('import.otherwise')}><Issues issues={done.issues} /></Alert>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('close')}</Button>
            {done ? <Button onClick={() => open(done.id)}>{t('import.open')}</Button> : <Button type="submit" loading={importing.isPending}>{t('import.create')}</Button>}
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

const Issues = ({ issues }: { readonly issues: readonly Issue[] }) => {
  const { read } = useLanguage()
  return issues.length > 0 && <List size="sm">{issues.map((issue) => <List.Item key={`${issue.code} ${issue.path.join('/')}`}>{read(issue.message)}</List.Item>)}</List>
}

const parseJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text)
    return value
  } catch {
    return undefined
  }
}
