import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DictionaryLists } from '../elements/DictionaryLists.tsx'
import { writeElement } from '../elements/element.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './draft.module.css'
import { FieldDialog } from './FieldDialog.tsx'
import { NewListDialog } from './NewListDialog.tsx'

/** What all programmes share – questions and code lists – with where this release uses each, and what the draft adds. */
export const DictionaryTab = () => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { assembly, editor, state: { document: { additions } }, writable } = useDraft()
  const [adding, setAdding] = useState<'field' | 'list'>()
  const close = (): void => setAdding(undefined)
  const isAdded = (kind: 'field' | 'list', id: string): boolean =>
    kind === 'list' ? additions.lists.some((list) => list.id === id) || Object.hasOwn(additions.entries, id) : Object.values(additions.fields).some((fields) => Object.hasOwn(fields, id))
  return (
    <>
      <p className={classes['quiet']}>{t('dictionary.shared')}</p>
      {writable && (
        <Group gap="sm" mb="md">
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding('field')}>{t('dictionary.add')}</Button>
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding('list')}>{t('list.add')}</Button>
        </Group>
      )}
      <DictionaryLists assembly={assembly} isAdded={isAdded} />
      {adding === 'field' && (
        <FieldDialog
          onApply={(place, id, field, list) => {
            if (list) editor.perform({ name: 'list.put', args: { list } })
            editor.perform({ name: 'field.put', args: { place, id, field } })
            close()
          }}
          onClose={close}
        />
      )}
      {adding === 'list' && (
        <NewListDialog
          onApply={(list) => {
            editor.perform({ name: 'list.put', args: { list } })
            close()
            void navigate({ to: '.', search: (search) => ({ ...search, on: writeElement({ kind: 'list', id: list.id }) }) })
          }}
          onClose={close}
        />
      )}
    </>
  )
}
