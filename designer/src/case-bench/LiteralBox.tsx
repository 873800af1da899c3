import { formatUnit, type Assembly, type Literal, type Text, type ValueType } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { readOperandText, writeOperandText } from '../rule-designer/operands.ts'
import { ChoiceBox } from '../ui/ChoiceBox.tsx'

/** What a value is of. */
export interface ValueKind {
  readonly type: ValueType | undefined
  readonly unit?: string | undefined
  readonly list?: string | undefined
  readonly codes?: readonly { readonly code: string; readonly title: Text }[]
}

interface LiteralBoxProps {
  readonly assembly: Assembly
  readonly label: string
  readonly kind: ValueKind
  readonly value: Literal | undefined
  readonly onValue: (value: Literal) => void
  /** States there can be in place of a value. */
  readonly states?: readonly { readonly code: string; readonly title: string }[]
}

/** One value, typed as people write it or chosen from its list. */
export const LiteralBox = ({ assembly, label, kind, value, onValue, states = [] }: LiteralBoxProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const [wrong, setWrong] = useState<string>()
  const words = { yes: t('build.yes'), no: t('build.no') }
  const codes = kind.codes ?? assembly.lists.get(kind.list ?? '')?.entries ?? []
  const options: readonly (readonly [Literal, string])[] = [
    ...(kind.type === 'boolean' ? [[true, words.yes], [false, words.no]] as const : codes.map(({ code, title }) => [code, read(title)] as const)),
    ...states.map(({ code, title }) => [code, title] as const),
  ]
  const chosen = options.find(([literal]) => literal === value)?.[1]
  const typed = codes.length === 0 && kind.type !== 'boolean'
  const readTyped = (text: string): Literal | undefined => readOperandText(text, { type: kind.type ?? 'text', unit: kind.unit, list: undefined }, language)
  const unit = kind.unit === undefined || kind.unit === 'share' ? '' : formatUnit(kind.unit, language).trim()
  const shown = (literal: Literal): string => `${writeOperandText(assembly, literal, kind, language, words)} ${unit}`.trim()
  const example = kind.unit === 'share' ? 'share' : kind.type === 'number' || kind.type === 'date' ? kind.type : 'text'
  return (
    <ChoiceBox
      label={label}
      text={chosen ?? (value === undefined ? '' : shown(value))}
      placeholder={t('build.valueChoose')}
      choices={options.map(([literal, title]) => ({ key: JSON.stringify(literal), label: title, group: '' }))}
      onChoose={(key) => {
        const option = options.find(([literal]) => JSON.stringify(literal) === key)
        setWrong(undefined)
        if (option && option[0] !== value) onValue(option[0])
      }}
      {...(typed && {
        readText: (text: string) => {
          const literal = readTyped(text)
          return literal === undefined ? undefined : shown(literal)
        },
        onText: (text: string) => {
          const literal = readTyped(text)
          setWrong(undefined)
          if (literal !== undefined && literal !== value) onValue(literal)
        },
      })}
      onUnreadable={setWrong}
      error={wrong !== undefined && t('build.valueWrong', { text: wrong, example: t(`build.example.${example}`) })}
    />
  )
}
