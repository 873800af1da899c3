import { Button, Group, Modal, NativeSelect, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { formatUnit, suggestCode, type Parameter, type Use } from '@tieuchi/runtime'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { withVietnamese } from '../ui/with-vietnamese.ts'
import { formOf, parameterOf, saysOtherValue, withNote, withWrittenValue, type FormProblems, type ParameterForm } from './parameter-form.ts'
import { citedDocumentsId } from '../draft/CitedDocuments.tsx'

interface ParameterDialogProps {
  /** Absent: a new one. */
  readonly id: string | undefined
  /** What it is so far; a new one may begin with something known. */
  readonly parameter: Parameter | undefined
  readonly uses: readonly Use[]
  readonly onApply: (id: string, parameter: Parameter) => void
  readonly onRemove: (id: string) => void
  readonly onClose: () => void
}

const units = ['VND', 'VND/month', 'VND/person/month', 'VND/household/month', 'VND/year', 'share', 'years', 'months', 'persons', 'points', 'm2', 'count'] as const

/** One named value of the law: what it is called, what it is, on whose authority, and how sure. */
export const ParameterDialog = ({ id, parameter, uses, onApply, onRemove, onClose }: ParameterDialogProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly, today } = useDraft()
  const isTaken = (name: string): boolean => Object.hasOwn(assembly.release.parameters, name)
  const [form, setForm] = useState<ParameterForm>(() => formOf(id, parameter, language))
  // Until somebody writes a code it follows the name.
  const code = id ?? (form.id || suggestCode(form.en || form.vi, isTaken))
  const [problems, setProblems] = useState<FormProblems>({})
  const change = (part: Partial<ParameterForm>): void => setForm({ ...form, ...part })
  const changeValue = (part: Partial<Pick<ParameterForm, 'value' | 'values'>>): void => setForm(withWrittenValue(form, part, parameter, language))
  const choices = [...assembly.fields.values()].filter(({ schema }) => schema.type === 'string' && schema['x-list'] !== undefined)
  const entries = assembly.lists.get(assembly.fields.get(form.by)?.schema['x-list'] ?? '')?.entries ?? []
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const taken = Object.keys(assembly.release.parameters).filter((other) => other !== id)
    const result = parameterOf({ ...form, id: code }, entries.map((entry) => entry.code), taken, language)
    if ('parameter' in result) onApply(code, result.parameter)
    else setProblems(result.problems)
  }
  const problemOf = (name: string, text = ''): string | undefined => {
    const problem = problems[name]
    if (problem === 'unreadable') return t('parameter.valueWrong', { text })
    if (problem === 'missing') return name === 'vi' ? t('newProgramme.titleMissing') : name === 'document' ? t('parameter.basisMissing') : t('parameter.valueMissing')
    if (problem === 'wrong') return t('parameter.idWrong')
    return problem === 'taken' ? t('parameter.idTaken') : undefined
  }
  const written = formatUnit(form.unit, language).trim()
  const open = form.certainty === 'open'
  return (
    <Modal opened onClose={onClose} title={t('parameter.editTitle')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('parameter.titleVi')} value={form.vi} onChange={(event) => change(withVietnamese(form, event.currentTarget.value))} error={problemOf('vi')} maxLength={300} required data-autofocus={id === undefined || undefined} />
          <TextInput label={t('parameter.titleEn')} value={form.en} onChange={(event) => change({ en: event.currentTarget.value })} maxLength={300} />
          {id === undefined && <TextInput label={t('parameter.id')} description={t('parameter.idHelp')} value={code} onChange={(event) => change({ id: event.currentTarget.value.trim() })} error={problemOf('id')} maxLength={60} required />}
          <Group grow align="flex-start">
            <NativeSelect label={t('parameter.unit')} value={form.unit} onChange={(event) => change({ unit: event.currentTarget.value })} data={[...new Set([...units, form.unit])].map((unit) => ({ value: unit, label: unit === 'share' ? '%' : formatUnit(unit, language).trim() || '–' }))} />
            <NativeSelect label={t('parameter.by')} value={form.by} onChange={(event) => change({ by: event.currentTarget.value })} data={[{ value: '', label: t('parameter.byNothing') }, ...choices.map(({ id: field, schema }) => ({ value: field, label: read(schema['x-label']) }))]} />
            <NativeSelect label={t('parameters.certainty')} value={form.certainty} onChange={(event) => change({ certainty: event.currentTarget.value as Parameter['certainty'] })} data={(['seen', 'known', 'assumed', 'open'] as const).map((certainty) => ({ value: certainty, label: t(`parameters.certainty.${certainty}`) }))} />
          </Group>
          {!open && form.by === '' && <TextInput label={t('parameter.value')} value={form.value} onChange={(event) => changeValue({ value: event.currentTarget.value })} error={problemOf('value', form.value)} rightSection={<Text fz={13} c="var(--quiet)">{form.unit === 'share' ? '%' : written}</Text>} rightSectionWidth={128} required data-autofocus={id !== undefined || undefined} />}
          {!open && form.by !== '' && entries.map((entry, index) => (
            <TextInput
              key={entry.code}
              label={`${t('parameter.value')}: ${read(entry.title)}`}
              value={form.values[entry.code] ?? ''}
              onChange={(event) => changeValue({ values: { ...form.values, [entry.code]: event.currentTarget.value } })}
              error={problemOf(`values.${entry.code}`, form.values[entry.code])}
              rightSection={<Text fz={13} c="var(--quiet)">{form.unit === 'share' ? '%' : written}</Text>}
              rightSectionWidth={128}
              required
              data-autofocus={(id !== undefined && index === 0) || undefined}
            />
          ))}
          <Group grow align="flex-start">
            <TextInput label={t('drafts.basisDocument')} list={citedDocumentsId} value={form.document} onChange={(event) => change({ document: event.currentTarget.value })} error={problemOf('document')} maxLength={100} required={!open} />
            <TextInput label={t('drafts.basisArticle')} value={form.article} onChange={(event) => change({ article: event.currentTarget.value })} maxLength={100} />
            <TextInput label={t('drafts.basisItem')} value={form.item} onChange={(event) => change({ item: event.currentTarget.value })} maxLength={200} />
          </Group>
          <Group grow align="flex-end">
            <NativeSelect label={t('parameter.local')} value={form.overridable} onChange={(event) => change({ overridable: event.currentTarget.value as ParameterForm['overridable'] })} data={(['false', 'true', 'raise', 'lower'] as const).map((value) => ({ value, label: t(`parameters.local.${value}`) }))} />
            <Button variant="default" onClick={() => change({ confirmed: today })}>{t('parameter.confirmedToday')}</Button>
          </Group>
          <ConfirmedDay day={form.confirmed} isAsked={parameter?.confirmed !== undefined && saysOtherValue(form, parameter, language)} onTakeBack={() => change({ confirmed: '' })} />
          <Textarea label={t('parameter.note')} value={form.note} onChange={(event) => change(withNote(form, event.currentTarget.value))} maxLength={2000} autosize minRows={1} />
          {form.note && <Textarea label={t('rules.noteEn')} value={form.noteEn} onChange={(event) => change({ noteEn: event.currentTarget.value })} maxLength={2000} autosize minRows={1} />}
          {id !== undefined && <Text fz={13}>{uses.length === 0 ? t('parameter.unused') : t('parameter.usedBy', { places: uses.map(({ title }) => read(title)).join('; ') })}</Text>}
          <Group justify="space-between">
            {id === undefined ? <span /> : <Button variant="subtle" color="red" disabled={uses.length > 0} onClick={() => onRemove(id)}>{t('parameter.remove')}</Button>}
            <Group gap="sm">
              <Button variant="default" onClick={onClose}>{t('parameter.cancel')}</Button>
              <Button type="submit">{t('parameter.apply')}</Button>
            </Group>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}

/** When the value was last compared with the text, which can be taken back. */
const ConfirmedDay = ({ day, isAsked, onTakeBack }: { readonly day: string; readonly isAsked: boolean; readonly onTakeBack: () => void }) => {
  const { t } = useTranslation()
  return (
    <Group gap="sm">
      <Text fz={13} c="var(--quiet)" aria-live="polite">{t('parameters.confirmed')}: {day ? formatDay(day) : t(isAsked ? 'parameter.confirmAnew' : 'parameters.never')}</Text>
      {day && <Button variant="subtle" size="compact-sm" onClick={onTakeBack}>{t('parameter.notConfirmed')}</Button>}
    </Group>
  )
}
