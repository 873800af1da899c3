import { MultiSelect, TagsInput } from '@mantine/core'
import { isFactReference, isParameterReference, type SingleOperand } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { filterEntries } from '../forms/choice-entries.ts'
import { operandKey, readOperandText, unwrittenValue, writeOperandText, type LeftSide } from './operands.ts'
import { useOperandChoices } from './OperandBox.tsx'
import { useTree } from './tree-context.ts'

interface OperandListProps {
  readonly label: string
  readonly left: LeftSide
  readonly leftKey: string
  readonly operands: readonly SingleOperand[]
  readonly onOperands: (operands: readonly SingleOperand[]) => void
  readonly takesFocus?: boolean
}

const written = (operands: readonly SingleOperand[]): readonly SingleOperand[] => operands.filter((operand) => operand !== unwrittenValue)

/** A list that nothing is left in waits for its first value. */
const waiting = (operands: readonly SingleOperand[]): readonly SingleOperand[] => (operands.length === 0 ? [unwrittenValue] : operands)

/** Several values on the right: chosen from the list of answers, or typed one after the other. */
export const OperandList = (props: OperandListProps) => (props.left.list === undefined ? <TypedList {...props} /> : <ChosenList {...props} />)

const ChosenList = ({ label, left, leftKey, operands, onOperands, takesFocus }: OperandListProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { assembly } = useTree()
  const options = useOperandChoices(left, leftKey)
  const own = written(operands)
  const words = { yes: t('build.yes'), no: t('build.no') }
  const known = new Map([...options.map(({ operand }) => operand), ...own].map((operand) => [operandKey(operand), operand]))
  return (
    <MultiSelect
      aria-label={label}
      placeholder={own.length === 0 ? t('build.valueChoose') : ''}
      data={[...known].map(([value, operand]) => ({ value, label: writeOperandText(assembly, operand, left, language, words) }))}
      value={own.map(operandKey)}
      onChange={(keys) => onOperands(waiting(keys.flatMap((key) => known.get(key) ?? [])))}
      searchable
      limit={80}
      filter={filterEntries}
      comboboxProps={{ transitionProps: { duration: 0 } }}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- its row was asked for a moment ago
      autoFocus={takesFocus === true}
    />
  )
}

const TypedList = ({ label, left, operands, onOperands, takesFocus }: OperandListProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { assembly } = useTree()
  const [wrong, setWrong] = useState<string>()
  const own = written(operands)
  const words = { yes: t('build.yes'), no: t('build.no') }
  const write = (operand: SingleOperand): string => writeOperandText(assembly, operand, left, language, words)
  const take = (tags: readonly string[]): void => {
    const known = new Map(own.map((operand) => [write(operand), operand]))
    const read = tags.map((tag) => known.get(tag) ?? readOperandText(tag, left, language))
    setWrong(tags.find((_tag, index) => read[index] === undefined))
    onOperands(waiting(read.filter((operand) => operand !== undefined)))
  }
  const example = left.unit === 'share' ? 'share' : left.type === 'number' || left.type === 'date' ? left.type : 'text'
  return (
    <TagsInput
      aria-label={label}
      placeholder={own.length === 0 ? t('build.valueChoose') : ''}
      value={own.map(write)}
      onChange={take}
      splitChars={[';', '\n']}
      acceptValueOnBlur
      error={wrong !== undefined && t('build.valueWrong', { text: wrong, example: t(`build.example.${example}`) })}
      readOnly={own.some((operand) => isFactReference(operand) || isParameterReference(operand))}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- its row was asked for a moment ago
      autoFocus={takesFocus === true}
    />
  )
}
