import { formatUnit, isFactReference, isParameterReference, type SingleOperand } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useParameterText } from '../elements/use-parameter-text.ts'
import { ChoiceBox, type Choice } from '../ui/ChoiceBox.tsx'
import { comparableWith, operandKey, parametersFor, readOperandText, unwrittenValue, writeOperandText, type LeftSide } from './operands.ts'
import { useTree } from './tree-context.ts'

interface OperandBoxProps {
  readonly label: string
  readonly left: LeftSide
  /** The key of the left side: nothing is compared with itself. */
  readonly leftKey: string
  readonly operand: SingleOperand
  readonly onOperand: (operand: SingleOperand) => void
  readonly takesFocus?: boolean
}

/** One value on the right: typed as people write it, or an answer, a parameter or another piece of information chosen. */
export const OperandBox = ({ label, left, leftKey, operand, onOperand, takesFocus }: OperandBoxProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { assembly } = useTree()
  const [wrong, setWrong] = useState<string>()
  const options = useOperandChoices(left, leftKey)
  const words = { yes: t('build.yes'), no: t('build.no') }
  const unit = left.unit === undefined || isParameterReference(operand) || isFactReference(operand) ? '' : left.unit === 'share' ? '%' : formatUnit(left.unit, language).trim()
  const typed = left.list === undefined && left.type !== 'boolean' && left.type !== 'list'
  const example = left.unit === 'share' ? 'share' : left.type === 'number' || left.type === 'date' ? left.type : 'text'
  return (
    <ChoiceBox
      label={label}
      text={writeOperandText(assembly, operand, left, language, words)}
      placeholder={t('build.valueChoose')}
      choices={options.map(({ choice }) => choice)}
      takesFocus={takesFocus === true}
      onChoose={(key) => {
        const option = options.find(({ choice }) => choice.key === key)
        setWrong(undefined)
        if (option) onOperand(option.operand)
      }}
      {...(typed && {
        readText: (text: string) => {
          const literal = readOperandText(text, left, language)
          return literal === undefined ? undefined : `${writeOperandText(assembly, literal, left, language, words)} ${unit}`.trim()
        },
        onText: (text: string) => {
          const literal = readOperandText(text, left, language)
          setWrong(undefined)
          if (literal !== undefined && literal !== operand) onOperand(literal)
        },
      })}
      onUnreadable={setWrong}
      error={wrong !== undefined && (typed ? t('build.valueWrong', { text: wrong, example: t(`build.example.${example}`) }) : t('build.noChoice', { text: wrong }))}
      {...(unit !== '' && operand !== unwrittenValue && { rightSection: <span style={{ color: 'var(--quiet)', fontSize: 13, whiteSpace: 'nowrap' }}>{unit}</span>, rightSectionWidth: Math.max(32, unit.length * 8 + 12) })}
    />
  )
}

interface OperandChoice {
  readonly choice: Choice
  readonly operand: SingleOperand
}

/** What can be chosen on the right of a left side, each with the operand it stands for. */
export const useOperandChoices = (left: LeftSide, leftKey: string): readonly OperandChoice[] => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, readables, subject } = useTree()
  const writeParameter = useParameterText(assembly)
  const option = (operand: SingleOperand, label: string, group: string, hint?: string): OperandChoice => ({ operand, choice: { key: operandKey(operand), label, group, ...(hint !== undefined && { hint }) } })
  const answers = left.type === 'boolean'
    ? [option(true, t('build.yes'), t('build.answers')), option(false, t('build.no'), t('build.answers'))]
    : (assembly.lists.get(left.list ?? '')?.entries ?? []).map((entry) => option(entry.code, read(entry.title), t('build.answers')))
  const parameters = parametersFor(assembly, left).flatMap((reference) => {
    const parameter = assembly.parameters.get(reference.parameter)?.parameter
    return parameter ? [option(reference, read(parameter.title), t('build.parameters'), writeParameter(parameter).join('; '))] : []
  })
  const others = comparableWith(readables.filter(({ ofMembers }) => subject === 'members' || !ofMembers), left, leftKey)
    .map(({ reference, title, section }) => option(reference, read(title), t(`readable.${section}`)))
  return [...answers, ...(left.type === 'list' ? [] : [...parameters, ...others])]
}
