import { TextInput } from '@mantine/core'
import { formatUnit, formatValue, type Language, type Literal, type Parameter } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useParameterText } from '../elements/use-parameter-text.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { withChangedNumbers } from './parameter-form.ts'
import classes from './parameter-designer.module.css'
import { useNumberField } from './use-number-field.ts'

/** The numbers of a parameter, each written in its place: one step to undo. Other values are read. */
export const ParameterValues = ({ id, parameter }: { readonly id: string; readonly parameter: Parameter }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly, editor } = useDraft()
  const write = useParameterText(assembly)
  const { by, unit, value, values, title } = parameter
  const replace = (next: Pick<Parameter, 'value' | 'values'>): void => editor.perform({ name: 'parameter.replace', args: { id, parameter: withChangedNumbers(parameter, next) } })
  if (typeof value === 'number') return <ValueInput label={t('parameter.valueOf', { title: read(title) })} unit={unit} value={value} onValue={(next) => replace({ value: next })} />
  const numbers = Object.entries(values ?? {})
  if (by === undefined || values === undefined || numbers.some(([, each]) => typeof each !== 'number')) return write(parameter).map((line) => <div key={line}>{line}</div>)
  const list = assembly.fields.get(by)?.schema['x-list']
  return (
    <div className={classes['values']}>
      {numbers.map(([key, each]) => {
        const name = formatValue(key, { list, lists: assembly.lists, language })
        return <ValueInput key={key} shown={name} label={t('parameter.valueFor', { title: read(title), name })} unit={unit} value={each} onValue={(next) => replace({ values: { ...values, [key]: next } })} />
      })}
      <span className={classes['quiet']}>{unitInWords(unit, language)}</span>
    </div>
  )
}

const unitInWords = (unit: string, language: Language): string => (unit === 'share' ? '%' : formatUnit(unit, language).trim())

interface ValueInputProps {
  readonly label: string
  /** What tells it apart from the others of the same parameter. */
  readonly shown?: string
  readonly unit: string
  readonly value: Literal
  readonly onValue: (value: Literal) => void
}

const ValueInput = ({ label, shown, unit, value, onValue }: ValueInputProps) => {
  const { language } = useLanguage()
  const field = useNumberField(unit, value, onValue)
  return (
    <div className={classes['value']}>
      {shown && <span className={classes['quiet']}>{shown}</span>}
      <TextInput size="xs" aria-label={label} {...field} />
      {!shown && <span className={classes['quiet']}>{unitInWords(unit, language)}</span>}
    </div>
  )
}
