import { Button, Group, Modal, NativeSelect, SimpleGrid, Stack, Textarea, TextInput } from '@mantine/core'
import { findRefinedKind, formatUnit, nameFieldKind, refinedKindEntries, suggestCode, type Assembly, type CodeList, type ExtensionName, type FieldKindOptions, type FieldSchema } from '@tieuchi/runtime'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { KindOptions } from '../elements/KindOptions.tsx'
import { isAuthorId } from '../ui/author-id.ts'

type Place = 'household' | 'members' | 'unit'

interface FieldDialogProps {
  /** What it is called and of whom it is asked, where that is known already. */
  readonly label?: string
  readonly place?: Place
  /** The kind of a package, where that was chosen. */
  readonly kind?: ExtensionName
  /** With the list of its answers, where that is new too. */
  readonly onApply: (place: Place, id: string, field: FieldSchema, list?: CodeList) => void
  readonly onClose: () => void
}

const kinds = ['boolean', 'integer', 'number', 'choice', 'choices', 'date', 'text'] as const
type Kind = (typeof kinds)[number]

/** A kind of the core, or the name of one of a package. */
type ChosenKind = Kind | ExtensionName

/** The kind of the core that the answers are of. */
const coreKindOf = (kind: ChosenKind): Kind => kinds.find((each) => each === (findRefinedKind(kind)?.base ?? kind)) ?? 'text'

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

/** No list has this name: it is no code an author can give. */
const NEW_LIST = ' new'

/** A list of the answers as they are typed, one on each line. */
const newList = ({ lists }: Assembly, { vi, en }: { readonly vi: string; readonly en: string }, choices: string): CodeList => {
  const titles = [...new Set(choices.split('\n').map((line) => line.trim()).filter(Boolean))]
  const codes: string[] = []
  for (const title of titles) codes.push(suggestCode(title, (code) => codes.includes(code)) || `code_${codes.length + 1}`)
  return {
    kind: 'list', id: suggestCode(en || vi, (code) => lists.has(code)), title: { vi: vi.trim(), en: en.trim() || vi.trim() },
    entries: titles.map((title, index) => ({ code: codes[index] ?? '', title: { vi: title, en: title } })),
  }
}

/** A new question: once published it belongs to every programme and never changes. */
export const FieldDialog = ({ label = '', place: first = 'household', kind: chosenKind, onApply, onClose }: FieldDialogProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly } = useDraft()
  const [form, setForm] = useState({ vi: label, en: '', id: undefined as string | undefined, place: first, kind: (chosenKind ?? 'boolean') as ChosenKind, options: {} as FieldKindOptions, list: label === '' ? '' : NEW_LIST, choices: '', unit: '' })
  const [tried, setTried] = useState(false)
  const change = (part: Partial<typeof form>): void => setForm({ ...form, ...part })
  const core = coreKindOf(form.kind)
  const listed = core === 'choice' || core === 'choices'
  const numeric = core === 'integer' || core === 'number'
  const refined = refinedKindEntries().find(([name]) => name === form.kind)?.[0]
  const use = refined && nameFieldKind(refined, form.options)
  const isTaken = (name: string): boolean => assembly.fields.has(name) || assembly.pieces.has(name)
  const chosen = form.id ?? suggestCode(form.en || form.vi, isTaken)
  const taken = isTaken(chosen)
  const list = listed && form.list === NEW_LIST ? newList(assembly, form, form.choices) : undefined
  const wrong = { vi: form.vi.trim() === '', id: !isAuthorId(chosen) || taken, list: listed && (form.list === '' || list?.entries.length === 0) }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (Object.values(wrong).some(Boolean)) return
    onApply(form.place, chosen, {
      ...schemas[core],
      ...(use && { 'x-kind': use }),
      'x-label': { vi: form.vi.trim(), en: form.en.trim() || form.vi.trim() },
      ...(listed && { 'x-list': list?.id ?? form.list }),
      ...(numeric && form.unit !== '' && { 'x-unit': form.unit }),
    }, list)
  }
  return (
    <Modal opened onClose={onClose} title={t('dictionary.addTitle')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('dictionary.label')} value={form.vi} onChange={(event) => change({ vi: event.currentTarget.value })} error={tried && wrong.vi && t('newProgramme.titleMissing')} maxLength={300} required data-autofocus />
          <TextInput label={t('dictionary.labelEn')} value={form.en} onChange={(event) => change({ en: event.currentTarget.value })} maxLength={300} />
          <TextInput label={t('dictionary.id')} description={t('parameter.idHelp')} value={chosen} onChange={(event) => change({ id: event.currentTarget.value.trim() || undefined })} error={tried && wrong.id && t(taken ? 'dictionary.idTaken' : 'parameter.idWrong')} maxLength={60} required />
          <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
            <NativeSelect label={t('dictionary.place')} value={form.place} onChange={(event) => change({ place: event.currentTarget.value as Place })} data={(['household', 'members', 'unit'] as const).map((place) => ({ value: place, label: t(`dictionary.place.${place}`) }))} />
            <NativeSelect label={t('dictionary.kind')} value={form.kind} onChange={(event) => change({ kind: event.currentTarget.value as ChosenKind, options: {} })} data={[...kinds.map((kind) => ({ value: kind as string, label: t(`dictionary.kind.${kind}`) })), ...refinedKindEntries().map(([name, { label: title }]) => ({ value: name as string, label: read(title) }))]} />
            {listed && <NativeSelect label={t('dictionary.list')} value={form.list} onChange={(event) => change({ list: event.currentTarget.value })} error={tried && wrong.list && t('dictionary.listMissing')} data={[{ value: '', label: '' }, { value: NEW_LIST, label: t('dictionary.newList') }, ...[...assembly.lists.values()].map(({ id, title }) => ({ value: id, label: read(title) }))]} />}
            {numeric && <NativeSelect label={t('dictionary.unit')} value={form.unit} onChange={(event) => change({ unit: event.currentTarget.value })} data={units.map((unit) => ({ value: unit, label: unit === '' ? '–' : formatUnit(unit, language).trim() }))} />}
          </SimpleGrid>
          {refined && <KindOptions name={refined} options={form.options} onOptions={(options) => change({ options })} />}
          {listed && form.list === NEW_LIST && <Textarea label={t('dictionary.choices')} description={t('dictionary.choicesHelp')} value={form.choices} onChange={(event) => change({ choices: event.currentTarget.value })} error={tried && wrong.list && t('dictionary.choicesMissing')} autosize minRows={3} maxRows={12} required />}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
            <Button type="submit">{t('dictionary.add')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
