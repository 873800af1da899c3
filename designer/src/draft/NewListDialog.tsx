import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { suggestCode, type CodeList } from '@tieuchi/runtime'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'

interface NewListDialogProps {
  readonly onApply: (list: CodeList) => void
  readonly onClose: () => void
}

/** A new code list: its title. Its code comes from the title and never changes; its entries are written on its page. */
export const NewListDialog = ({ onApply, onClose }: NewListDialogProps) => {
  const { t } = useTranslation()
  const { assembly } = useDraft()
  const [vi, setVi] = useState('')
  const [en, setEn] = useState('')
  const [tried, setTried] = useState(false)
  const id = suggestCode(en || vi, (code) => assembly.lists.has(code))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (id !== '') onApply({ kind: 'list', id, title: { vi: vi.trim() || en.trim(), en: en.trim() || vi.trim() }, entries: [] })
  }
  return (
    <Modal opened onClose={onClose} title={t('list.addTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('list.titleVi')} value={vi} onChange={(event) => setVi(event.currentTarget.value)} error={tried && id === '' && t('list.titleMissing')} maxLength={300} required data-autofocus />
          <TextInput label={t('list.titleEn')} value={en} onChange={(event) => setEn(event.currentTarget.value)} maxLength={300} />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
            <Button type="submit">{t('list.add')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
