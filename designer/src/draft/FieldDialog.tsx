import { Button, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { formatUnit, type FieldSchema } from '@tieuchi/runtime'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { suggestCode } from '../ui/suggest-code.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { isAuthorId } from '../ui/author-id.ts'

type Place = 'household' | 'members' | 'unit'

interface FieldDialogProps {
  readonly onApply: (place: Place, id: string, field: FieldSchema) => void
  readonly onClose: () => void
}

const kinds = ['boolean', 'integer', 'number', 'choice', 'choices', 'date', 'text'] as const
type Kind = (typeof kinds)[number]

const schemas: Readonly<Record<Kind, Pick<FieldSchema, 'type' | 'format' | 'items' | 'uniqueItems' | 'maxLength'>>> = {
  boolean: { type: 'boolean' },
  integer: { type: 'integer' },
  number: { type: 'number' },
  choice: { type: 'string' },
  choices: { type: 'array', items: { type: 'string' }, uniqueItems: true },
  date: { type: 'string', format: 'date' },
  text: { type: 'string', maxLength: 200 },
}

const units = ['', 'VND', 'VND/month', 'VND/person/month', 'years', 'months', 'persons', 'm2', 'points'] as const

/** A new question: once published it belongs to every programme and never changes. */
export const FieldDialog = ({ onApply, onClose }: FieldDialogProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly } = useDraft()
  const [form, setForm] = useState({ vi: '', en: '', id: undefined as string | undefined, place: 'household' as Place, kind: 'boolean' as Kind, list: '', unit: '' })
  const [tried, setTried] = useState(false)
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part })
  const listed = form.kind === 'choice' || form.kind === 'choices'
  const numeric = form.kind === 'integer' || form.kind === 'number'
  const isTaken = (name: string): boolean => assembly.fields.has(name) || assembly.pieces.has(name)
  const chosen = form.id ?? suggestCode(form.en || form.vi, isTaken)
  const taken = isTaken(chosen)
  const wrong = { vi: form.vi.trim() === '', id: !isAuthorId(chosen) || taken, list: listed && form.list === '' }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    onApply(form.place, chosen, {
      ...schemas[form.kind],
      'x-label': { vi: form.vi.trim(), en: form.en.trim() || form.vi.trim() },
      ...(listed && { 'x-list': form.list }),
      ...(numeric && form.unit !== '' && { 'x-unit': form.unit }),
    })
  }
  return (
    <Modal opened onClose={onClose} title={t('dictionary.addTitle')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('dictionary.label')} value={form.vi} onChange={(event) => change({ vi: event.currentTarget.value })} error={tried && wrong.vi && t('newProgramme.titleMissing')} maxLength={300} required data-autofocus />
          <TextInput label={t('dictionary.labelEn')} value={form.en} onChange={(event) => change({ en: event.currentTarget.value })} maxLength={300} />
          <TextInput label={t('dictionary.id')} description={t('parameter.idHelp')} value={chosen} onChange={(event) => change({ id: event.currentTarget.value.trim() || undefined })} error={tried && wrong.id && t(taken ? 'dictionary.idTaken' : 'parameter.idWrong')} maxLength={60} required />
          <Group grow align="flex-start">
            <NativeSelect label={t('dictionary.place')} value={form.place} onChange={(event) => change({ place: event.currentTarget.value as Place })} data={(['household', 'members', 'unit'] as const).map((place) => ({ value: place, label: t(`dictionary.place.${place}`) }))} />
            <NativeSelect label={t('dictionary.kind')} value={form.kind} onChange={(event) => change({ kind: event.currentTarget.value as Kind })} data={kinds.map((kind) => ({ value: kind, label: t(`dictionary.kind.${kind}`) }))} />
            {listed && <NativeSelect label={t('dictionary.list')} value={form.list} onChange={(event) => change({ list: event.currentTarget.value })} error={tried && wrong.list && t('dictionary.listMissing')} data={[{ value: '', label: '' }, ...[...assembly.lists.values()].map(({ id, title }) => ({ value: id, label: read(title) }))]} />}
            {numeric && <NativeSelect label={t('dictionary.unit')} value={form.unit} onChange={(event) => change({ unit: event.currentTarget.value })} data={units.map((unit) => ({ value: unit, label: unit === '' ? '–' : formatUnit(unit, language).trim() }))} />}
          </Group>
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
            <Button type="submit">{t('dictionary.add')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
