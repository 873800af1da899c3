import { formatUnit, isFactReference, isParameterReference, type Expression, type FactReference, type ParameterReference, type SingleOperand } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useParameterText } from '../elements/use-parameter-text.ts'
import { isReadBy, readablesOf } from '../readables/readables.ts'
import { operandKey, parametersFor, readOperandText, writeOperandText, type LeftSide } from '../rule-designer/operands.ts'
import { ChoiceBox, type Choice } from '../ui/ChoiceBox.tsx'
import { useExpression, type ExpressionPart } from './expression-context.ts'

type Thing = Exclude<SingleOperand, never> & Expression

/** A constant, something that is read, or a parameter: typed or chosen in one field. */
export const ThingBox = ({ place, expression, label, assembly, subject, like }: ExpressionPart) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { piece, write } = useExpression()
  const writeParameter = useParameterText(assembly)
  const words = { yes: t('build.yes'), no: t('build.no') }
  const readables = useMemo(() => readablesOf(assembly, piece.id), [assembly, piece.id])
  const answers: readonly (readonly [SingleOperand, Choice])[] = (like.list === undefined ? [] : (assembly.lists.get(like.list)?.entries ?? [])).map((entry) => [entry.code, { key: operandKey(entry.code), label: read(entry.title), group: t('build.answers') }])
  const yesNo: readonly (readonly [SingleOperand, Choice])[] = like.type === 'boolean' || like.type === undefined ? [true, false].map((value) => [value, { key: operandKey(value), label: value ? words.yes : words.no, group: t('build.answers') }]) : []
  const readings: readonly (readonly [FactReference, Choice])[] = readables.filter((each) => isReadBy(subject, each)).map(({ reference, title, section, unit }) => [reference, { key: operandKey(reference), label: read(title), group: t(`readable.${section}`), ...(unit !== undefined && { hint: formatUnit(unit, language).trim() }) }])
  const parameters: readonly (readonly [ParameterReference, Choice])[] = parametersFor(assembly, { type: undefined, unit: like.unit }).flatMap((reference) => {
    const parameter = assembly.parameters.get(reference.parameter)?.parameter
    return parameter ? [[reference, { key: operandKey(reference), label: read(parameter.title), group: t('build.parameters'), hint: writeParameter(parameter).join('; ') }] as const] : []
  })
  const options = [...answers, ...readings, ...parameters, ...yesNo]
  const side: LeftSide = { ...like, type: like.type ?? 'number' }
  const thing = expression as Thing
  const constant = typeof expression !== 'object'
  const unit = constant && typeof expression === 'number' && like.unit !== undefined ? formatUnit(like.unit, language).trim() : ''
  return (
    <ChoiceBox
      label={label}
      text={constant || isFactReference(expression) || isParameterReference(expression) ? writeOperandText(assembly, thing, like, language, words) : ''}
      placeholder={t('build.valueChoose')}
      choices={options.map(([, choice]) => choice)}
      onChoose={(key) => {
        const option = options.find(([, choice]) => choice.key === key)
        if (option) write(place, option[0])
      }}
      readText={(text) => {
        const literal = readOperandText(text, side, language)
        return literal === undefined ? undefined : writeOperandText(assembly, literal, like, language, words)
      }}
      onText={(text) => {
        const literal = readOperandText(text, side, language)
        if (literal !== undefined && literal !== expression) write(place, literal)
      }}
      {...(unit !== '' && { rightSection: <span style={{ color: 'var(--quiet)', fontSize: 13, whiteSpace: 'nowrap' }}>{unit}</span>, rightSectionWidth: Math.max(32, unit.length * 8 + 12) })}
    />
  )
}
