import { Checkbox, NumberInput } from '@mantine/core'
import { fieldKindOf, kindPhrase, refinementOf, type FieldItem } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { kindOfField } from '../elements/field-kind.ts'
import { AddedFieldProperties } from './AddedFieldProperties.tsx'
import { ChecksProperty } from './ChecksProperty.tsx'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'
import { labelOfField } from './part-words.ts'
import { addedField } from './rename-part.ts'
import { partWith } from './with-part.ts'
import { WordsPair } from './WordsPair.tsx'

interface FieldPropertiesProps {
  readonly design: FormDesign
  readonly part: FieldItem
  readonly writable: boolean
}

/** What is said of a question in this form, and what the dictionary says of it. */
export const FieldProperties = ({ design, part, writable }: FieldPropertiesProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { state: { document: { additions } } } = useDraft()
  const { assembly, actions } = design
  const schema = assembly.fields.get(part.field)?.schema
  if (!schema) return <p className={classes['quiet']}>{t('design.fieldGone', { id: part.field })}</p>
  const write = (change: Partial<Record<keyof FieldItem, unknown>>): void => actions.write(partWith(part, change))
  const added = addedField(additions, part.field)
  const plainText = fieldKindOf(schema) === 'text' && refinementOf(schema['x-kind']) === undefined
  return (
    <>
      <WordsPair label={t('design.wording')} text={part.label} usual={schema['x-label']} onText={(label) => write({ label })} />
      <WordsPair label={t('design.help')} text={part.help} usual={schema['x-help']} onText={(help) => write({ help })} long />
      <div className={classes['ticks']}>
        <Checkbox label={t('design.required')} checked={part.required === true} disabled={!writable} onChange={(event) => write({ required: event.currentTarget.checked || undefined })} />
        <Checkbox label={t('design.prefill')} checked={part.prefill === true} disabled={!writable} onChange={(event) => write({ prefill: event.currentTarget.checked || undefined })} />
        <Checkbox label={t('design.wide')} checked={part.wide === true} disabled={!writable} onChange={(event) => write({ wide: event.currentTarget.checked || undefined })} />
      </div>
      {plainText && <NumberInput label={t('design.lines')} min={1} max={20} allowDecimal={false} value={part.lines ?? 1} onChange={(lines) => write({ lines: typeof lines === 'number' && lines > 1 ? lines : undefined })} maw={140} />}
      <ChecksProperty design={design} part={part} title={labelOfField(assembly, part)} writable={writable} />
      <div className={classes['property']}>
        <h4>{t('design.inDictionary')}</h4>
        <p><ElementLink element={{ kind: 'field', id: part.field }}>{read(schema['x-label'])}</ElementLink></p>
        <p className={classes['quiet']}>{schema['x-kind'] ? read(kindPhrase(schema['x-kind'])) : t(`dictionary.kind.${kindOfField(schema)}`)}{added ? ` · ${t('design.newInDraft')}` : ''}</p>
        {added && writable && <AddedFieldProperties id={part.field} place={added.place} field={added.field} assembly={assembly} />}
      </div>
    </>
  )
}
