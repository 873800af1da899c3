import { useTranslation } from 'react-i18next'
import { formatUnit } from '@tieuchi/runtime'
import { useLanguage } from '../app/use-language.ts'
import { ChoiceBox } from '../ui/ChoiceBox.tsx'
import type { Readable } from './readables.ts'

interface ReadableBoxProps {
  readonly label: string
  readonly readables: readonly Readable[]
  /** The key of what is chosen. */
  readonly chosen?: string
  /** Its words, where it is not among the readables. */
  readonly text?: string
  readonly onChoose: (readable: Readable) => void
  readonly onLeave?: () => void
  readonly takesFocus?: boolean | 'in dialog'
  readonly error?: string | undefined
}

/** Finds anything that can be read by a word of its title: questions of the form, calculations, conditions, results. */
export const ReadableBox = ({ label, readables, chosen, text = '', onChoose, ...input }: ReadableBoxProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const current = readables.find(({ key }) => key === chosen)
  return (
    <ChoiceBox
      {...input}
      label={label}
      placeholder={t('readable.choose')}
      text={current ? read(current.title) : text}
      choices={readables.map(({ key, section, title, unit }) => ({ key, label: read(title), group: t(`readable.${section}`), ...(unit !== undefined && { hint: formatUnit(unit, language).trim() }) }))}
      onChoose={(key) => {
        const readable = readables.find((each) => each.key === key)
        if (readable) onChoose(readable)
      }}
    />
  )
}
