import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { IconFilePlus, IconPlus, IconUpload } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { i18n } from '../app/i18n.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { writeElement } from '../elements/element.ts'
import { FormsList } from '../elements/FormsList.tsx'
import classes from './form-designer.module.css'
import { ImportFormDialog } from './ImportFormDialog.tsx'
import { newForm } from './new-parts.ts'
import { NewPagesDialog } from './NewPagesDialog.tsx'
import { useAddForm } from './use-add-form.ts'

/** The forms of the draft, and the way to a new one. */
export const FormsTab = () => {
  const { t } = useTranslation()
  const { assembly, writable } = useDraft()
  const [adding, setAdding] = useState(false)
  const [importing, setImporting] = useState(false)
  const [contributing, setContributing] = useState(false)
  return (
    <>
      {writable && (
        <Group gap="sm" mb="md">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('design.newForm')}</Button>
          <Button variant="default" leftSection={<IconUpload size={16} aria-hidden />} onClick={() => setImporting(true)}>{t('design.import')}</Button>
          <Button variant="default" leftSection={<IconFilePlus size={16} aria-hidden />} onClick={() => setContributing(true)}>{t('design.pages')}</Button>
        </Group>
      )}
      <FormsList assembly={assembly} renderAction={({ id }) => <Link to="." search={(search) => ({ ...search, on: writeElement({ kind: 'form', id }), view: undefined })} className={classes['open'] ?? ''}>{t(writable ? 'design.openForm' : 'design.lookAtForm')}</Link>} />
      {importing && <ImportFormDialog onClose={() => setImporting(false)} />}
      {contributing && <NewPagesDialog onClose={() => setContributing(false)} />}
      {adding && <NewFormDialog onClose={() => setAdding(false)} />}
    </>
  )
}

const firstSection = { vi: i18n.getFixedT('vi')('design.firstSection'), en: i18n.getFixedT('en')('design.firstSection') }

/** A form begins with its title and one section. */
const NewFormDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const add = useAddForm('form')
  const [title, setTitle] = useState('')
  const [tried, setTried] = useState(false)
  const missing = title.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (missing) return
    add(title, (id) => newForm(id, { vi: title.trim(), en: title.trim() }, firstSection))
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('design.newFormTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('design.formTitle')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={tried && missing && t('design.newFormMissing')} maxLength={300} required data-autofocus />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
            <Button type="submit">{t('design.newForm')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
