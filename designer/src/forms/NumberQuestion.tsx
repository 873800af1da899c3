import { NumberInput, Text } from '@mantine/core'
import type { WidgetProps } from '@rjsf/utils'
import { useLanguage } from '../app/use-language.ts'
import { inputProps, questionOptions } from './question-input.ts'

const separators = { vi: { thousandSeparator: '.', decimalSeparator: ',' }, en: { thousandSeparator: ',', decimalSeparator: '.' } } as const

const asAnswer = (value: string | number): number | undefined => {
  if (typeof value === 'number') return value
  const number = Number(value)
  return value.trim() === '' || Number.isNaN(number) ? undefined : number
}

/** A number with its thousands apart and its unit beside it. The browser's own decimal sign plays no part. */
export const NumberQuestion = (props: WidgetProps) => {
  const { id, schema, onChange, onBlur } = props
  const value: unknown = props.value
  const { language } = useLanguage()
  const { unit } = questionOptions(props)
  return (
    <NumberInput
      {...inputProps(props)}
      {...separators[language]}
      value={typeof value === 'number' ? value : ''}
      onChange={(next) => onChange(asAnswer(next))}
      onBlur={() => onBlur(id, value)}
      allowDecimal={schema.type !== 'integer'}
      allowNegative={typeof schema.minimum !== 'number' || schema.minimum < 0}
      clampBehavior="none"
      hideControls
      autoComplete="off"
      inputMode={schema.type === 'integer' ? 'numeric' : 'decimal'}
      {...(unit !== undefined && {
        rightSection: <Text span c="var(--quiet)" fz={13}>{unit}</Text>,
        rightSectionWidth: unit.length * 8 + 20,
        rightSectionPointerEvents: 'none' as const,
      })}
    />
  )
}
