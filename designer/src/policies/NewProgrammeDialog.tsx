import { suggestCode } from '@tieuchi/runtime'
import { Alert, Button, Group, Modal, MultiSelect, Stack, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProgrammeOnDate } from '../api/contract.ts'
import { createDraft, draftQuery } from '../api/draft-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'

interface NewProgrammeDialogProps {
  readonly programmes: readonly ProgrammeOnDate[]
  readonly onClose: () => void
}

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/

/** A programme from nothing: its code, its title, and the programmes it reads. */
export const NewProgrammeDialog = ({ programmes, onClose }: NewProgrammeDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [written, setWritten] = useState<string>()
  const [vi, setVi] = useState('')
  const [en, setEn] = useState('')
  const [reads, setReads] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const code = written ?? suggestCode(en || vi, (each) => programmes.some(({ id }) => id === each), '-')
  const wrongCode = !CODE.test(code)
  const wrongTitle = vi.trim() === ''
  const creating = useMutation({
    mutationFn: () => createDraft({ programme: code, title: { vi: vi.trim(), en: en.trim() || vi.trim() }, depends_on: [...reads] }),
    onSuccess: async (draft) => {
      queryClient.setQueryData(draftQuery(draft.id).queryKey, draft)
      await queryClient.invalidateQueries({ queryKey: ['drafts'] })
      await navigate({ to: '/drafts/$id', params: { id: draft.id } })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!wrongCode && !wrongTitle) creating.mutate()
  }
  return (
    <Modal opened onClose={onClose} title={t('newProgramme.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('newProgramme.titleVi')} value={vi} onChange={(event) => setVi(event.currentTarget.value)} error={tried && wrongTitle && t('newProgramme.titleMissing')} maxLength={300} required data-autofocus />
          <TextInput label={t('newProgramme.titleEn')} value={en} onChange={(event) => setEn(event.currentTarget.value)} maxLength={300} />
          <TextInput label={t('newProgramme.id')} description={t('newProgramme.idHelp')} value={code} onChange={(event) => setWritten(event.currentTarget.value.trim() || undefined)} error={tried && wrongCode && t('newProgramme.idWrong')} maxLength={60} required />
          <MultiSelect
            label={t('newProgramme.reads')}
            description={t('newProgramme.readsHelp')}
            data={programmes.map(({ id, title }) => ({ value: id, label: read(title) }))}
            value={[...reads]}
            onChange={setReads}
            comboboxProps={{ withinPortal: false }}
          />
          {creating.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(creating.error))}</Alert>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('close')}</Button>
            <Button type="submit" loading={creating.isPending}>{t('newProgramme.create')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
