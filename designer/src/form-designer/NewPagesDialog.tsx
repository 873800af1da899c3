import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { pagesPlaces, type PagesPlace } from '../elements/pages-place.ts'
import classes from './form-designer.module.css'
import { newPages } from './new-parts.ts'
import { PagesPlaceSelect } from './PagesPlaceSelect.tsx'
import { useAddForm } from './use-add-form.ts'

/** Pages begin with their place in the form of a programme that this one reads, a title, and one section of that title. */
export const NewPagesDialog = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const { assembly, state: { document: { programme } } } = useDraft()
  const add = useAddForm('pages')
  const places = pagesPlaces(assembly).filter(({ form }) => programme.depends_on.includes(form.split('.')[0] ?? ''))
  const [place, setPlace] = useState<PagesPlace | undefined>(places.length === 1 ? places[0] : undefined)
  const [title, setTitle] = useState('')
  const [tried, setTried] = useState(false)
  const missing = title.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (missing || !place) return
    const both = { vi: title.trim(), en: title.trim() }
    add(title, (id) => newPages(id, both, place, both))
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('design.pages.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      {places.length === 0 ? <p className={classes['quiet']}>{t('design.pages.none')}</p> : (
        <form onSubmit={submit} noValidate>
          <Stack gap="md">
            <p className={classes['quiet']}>{t('design.pages.text')}</p>
            <PagesPlaceSelect places={places} chosen={place} onChoose={setPlace} error={tried && !place && t('design.pages.placeMissing')} />
            <TextInput label={t('design.pages.name')} value={title} onChange={(event) => setTitle(event.currentTarget.value)} error={tried && missing && t('design.pages.nameMissing')} maxLength={300} required data-autofocus />
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
              <Button type="submit">{t('design.pages.add')}</Button>
            </Group>
          </Stack>
        </form>
      )}
    </Modal>
  )
}
