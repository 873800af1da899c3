import { TextInput } from '@mantine/core'
import type { Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { CommitInput } from '../ui/CommitInput.tsx'
import { EnglishInput } from '../ui/EnglishInput.tsx'
import { withVietnamese } from '../ui/with-vietnamese.ts'
import classes from './rule-designer.module.css'

interface TextPairProps {
  readonly text: Text
  readonly onText: (text: Text) => void
}

/** A title in both languages. */
export const TextPair = ({ text, onText }: TextPairProps) => {
  const { t } = useTranslation()
  return (
    <div className={classes['textPair']}>
      <CommitInput component={TextInput} label={t('rules.title')} value={text.vi} onCommit={(vi) => onText(withVietnamese(text, vi))} maxLength={500} required error={text.vi === '' && t('rules.titleMissing')} />
      <EnglishInput component={TextInput} label={t('rules.titleEn')} text={text} onText={onText} maxLength={500} />
    </div>
  )
}
