import type { Literal } from '@tieuchi/runtime'
import { useState, type ChangeEvent, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { readLiteral, writeLiteral } from '../forms/literal-text.ts'

interface NumberField {
  readonly value: string
  readonly error: string | false
  readonly maxLength: number
  readonly onChange: (event: ChangeEvent<HTMLInputElement>) => void
  readonly onBlur: () => void
  readonly onKeyDown: (event: KeyboardEvent) => void
}

/** A number as people write it; it counts once its field is left or Enter is pressed. What cannot be read stays, with words, and changes nothing. */
export const useNumberField = (unit: string, value: Literal, onValue: (value: Literal) => void, negative = true): NumberField => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const [typed, setTyped] = useState<string>()
  const [left, setLeft] = useState(false)
  const read = typed === undefined ? value : readLiteral(typed, unit, language)
  const below = !negative && typeof read === 'number' && read < 0
  const commit = (): void => {
    setLeft(true)
    if (read === undefined || below) return
    if (read !== value) onValue(read)
    setTyped(undefined)
  }
  return {
    value: typed ?? writeLiteral(value, unit, language),
    error: left && (below ? t('form.number.negative', { text: typed }) : read === undefined && t('parameter.valueWrong', { text: typed })),
    maxLength: 40,
    onChange: (event) => {
      setTyped(event.currentTarget.value)
      setLeft(false)
    },
    onBlur: commit,
    onKeyDown: (event) => {
      if (event.key === 'Enter') commit()
      if (event.key === 'Escape') setTyped(undefined)
    },
  }
}
