import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { nameFieldKind, sentenceOf, type Assembly, type CommonAdditions, type FieldSchema } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { KindOptions } from '../elements/KindOptions.tsx'
import { readNumber, writeNumber } from '../forms/number-text.ts'
import { CommitInput } from '../ui/CommitInput.tsx'
import { ConditionDialog } from './ConditionDialog.tsx'
import classes from './form-designer.module.css'
import { WordsPair } from './WordsPair.tsx'

interface AddedFieldPropertiesProps {
  readonly id: string
  readonly place: keyof CommonAdditions['fields']
  readonly field: FieldSchema
  readonly assembly: Assembly
}

type Limit = 'minimum' | 'maximum'

/** What the dictionary will say of a question that this draft adds; once published it never changes. */
export const AddedFieldProperties = ({ id, place, field, assembly }: AddedFieldPropertiesProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { editor } = useDraft()
  const [open, setOpen] = useState(false)
  const put = (change: Partial<Record<keyof FieldSchema, unknown>>): void => {
    const next = Object.fromEntries(Object.entries({ ...field, ...change }).filter(([, value]) => value !== undefined)) as unknown as FieldSchema
    editor.perform({ name: 'field.put', args: { place, id, field: next } })
  }
  const limit = (name: Limit) => {
    const value = field[name]
    return (
      <CommitInput
        component={TextInput}
        label={t(`design.${name}`)}
        value={value === undefined ? '' : writeNumber(value, language)}
        onCommit={(text) => {
          const found = readNumber(text, { language, whole: field.type === 'integer', negative: true })
          if (text === '') put({ [name]: undefined })
          else if ('number' in found) put({ [name]: found.number })
        }}
      />
    )
  }
  const listed = field['x-list'] !== undefined
  const use = field['x-kind']
  return (
    <>
      <WordsPair label={t('design.dictionaryLabel')} text={field['x-label']} onText={(label) => label && put({ 'x-label': label })} />
      {use && <KindOptions name={use.name} options={use.options ?? {}} onOptions={(options) => put({ 'x-kind': nameFieldKind(use.name, options, use) ?? use })} />}
      {listed && <NativeSelect label={t('dictionary.list')} value={field['x-list']} onChange={(event) => put({ 'x-list': event.currentTarget.value })} data={[...assembly.lists.values()].map((list) => ({ value: list.id, label: read(list.title) }))} />}
      {(field.type === 'integer' || field.type === 'number') && <div className={classes['limits']}>{limit('minimum')}{limit('maximum')}</div>}
      <Checkbox label={t('design.sensitive')} checked={field['x-sensitive'] === true} onChange={(event) => put({ 'x-sensitive': event.currentTarget.checked || undefined })} />
      <WordsPair label={t('design.purpose')} text={field['x-purpose']} onText={(purpose) => put({ 'x-purpose': purpose })} />
      <h4>{t('design.applies')}</h4>
      <p className={classes['sentence']}>{field.applies ? read(sentenceOf(assembly, field.applies)) : t('design.alwaysApplies')}</p>
      <Button size="compact-sm" variant="default" aria-label={`${t(field.applies ? 'design.changeCondition' : 'design.writeCondition')}: ${t('design.applies')}`} onClick={() => setOpen(true)}>{t(field.applies ? 'design.changeCondition' : 'design.writeCondition')}</Button>
      {open && place !== 'unit' && (
        <ConditionDialog
          assembly={assembly}
          title={t('design.appliesOf', { title: read(field['x-label']) })}
          help={t('design.appliesHelp')}
          place={{ site: { field: id, of: place, place: ['applies'] }, subject: place, condition: field.applies }}
          element={{ kind: 'field', id }}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
