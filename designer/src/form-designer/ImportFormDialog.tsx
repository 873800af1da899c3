import { Alert, Button, FileInput, Group, Modal, Stack } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { questionsOf, suggestCode, type ImportedForm, type ImportNote } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { writeElement } from '../elements/element.ts'
import { freshForm } from './copy-parts.ts'
import { readForm } from './exchange-files.ts'
import classes from './form-designer.module.css'

/** A form from another tool: what will be taken, and everything that will not, before anything changes. */
export const ImportFormDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const navigate = useNavigate()
  const { assembly, editor } = useDraft()
  const [files, setFiles] = useState<File[]>([])
  const [unreadable, setUnreadable] = useState<string>()
  const [found, setFound] = useState<ImportedForm>()
  const look = async (chosen: File[]): Promise<void> => {
    setFiles(chosen)
    const result = chosen.length === 0 ? undefined : await readForm(assembly, chosen)
    setUnreadable(result && 'unreadable' in result ? result.unreadable : undefined)
    setFound(result && 'imported' in result ? result.imported : undefined)
  }
  const take = (): void => {
    if (!found?.form) return
    const { forms } = assembly.release
    const taken = (code: string): boolean => forms.some((form) => form.id === code)
    const id = taken(found.form.id) ? suggestCode(found.form.id.replaceAll('_', ' '), taken) : found.form.id
    editor.perform({ name: 'form.add', args: { form: freshForm(found.form, id), along: { fields: found.additions.fields, lists: found.additions.lists } } })
    onClose()
    void navigate({ to: '.', search: (search) => ({ ...search, on: writeElement({ kind: 'form', id }), view: undefined }) })
  }
  return (
    <Modal opened onClose={onClose} title={t('design.import.title')} size="xl" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <p className={classes['quiet']}>{t('design.import.text')}</p>
        <FileInput multiple label={t('design.import.files')} placeholder={t('import.choose')} accept=".json,application/json" value={files} onChange={(chosen) => void look(chosen)} leftSection={<IconUpload size={16} aria-hidden />} error={unreadable !== undefined && t('design.import.unreadable', { name: unreadable })} clearable={false} />
        {found?.form && <Alert color="teal" variant="outline" title={read(found.form.title)}>{t('design.import.found', { count: questionsOf(found.form).length })} {t('design.import.added', { count: Object.values(found.additions.fields).reduce((sum, fields) => sum + Object.keys(fields).length, 0) })}</Alert>}
        {found && files.length === 1 && <p className={classes['needed']}>{t('design.import.oneFile')}</p>}
        {found && found.notTaken.length > 0 && <NotTaken notes={found.notTaken} />}
        {found && found.notTaken.length === 0 && <p className={classes['quiet']}>{t('design.import.allTaken')}</p>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
          <Button disabled={!found?.form} onClick={take}>{t('design.import.take')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}

/** Each with the place it stands at in its file. */
const NotTaken = ({ notes }: { readonly notes: readonly ImportNote[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <section aria-labelledby="not-taken">
      <h3 id="not-taken">{t('design.import.notTaken', { count: notes.length })}</h3>
      <ul className={classes['notTaken']}>
        {notes.map(({ code, document, path, message }) => <li key={`${code} ${document} ${path.join('/')}`}><code>{[document, ...path].join(' › ')}</code><span>{read(message)}</span></li>)}
      </ul>
    </section>
  )
}
