import { Textarea, TextInput } from '@mantine/core'
import type { Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { CommitInput } from '../ui/CommitInput.tsx'
import { withVietnamese } from '../ui/with-vietnamese.ts'
import classes from './form-designer.module.css'

interface WordsPairProps {
  readonly label: string
  readonly text: Text | undefined
  /** What holds where nothing is written. */
  readonly usual?: Text | undefined
  readonly long?: boolean
  /** Told nothing where both are empty. */
  readonly onText: (text: Text | undefined) => void
}

/** Words in both languages, side by side where there is room. */
export const WordsPair = ({ label, text, usual, long = false, onText }: WordsPairProps) => {
  const { t } = useTranslation()
  const now = text ?? { vi: '', en: '' }
  const tell = (next: Text): void => {
    const empty = next.vi === '' && next.en === ''
    onText(empty ? undefined : { vi: next.vi || (usual?.vi ?? next.en), en: next.en || next.vi })
  }
  const component = long ? Textarea : TextInput
  const grown = long ? { autosize: true, minRows: 1 } : {}
  return (
    <fieldset className={classes['pair']}>
      <legend>{label}</legend>
      <CommitInput component={component} {...grown} aria-label={`${label}, ${t('design.vietnamese')}`} leftSection="vi" placeholder={usual?.vi ?? ''} value={now.vi} onCommit={(vi) => tell(vi === '' ? { vi, en: '' } : withVietnamese(now, vi))} maxLength={2000} />
      <CommitInput component={component} {...grown} aria-label={`${label}, ${t('design.english')}`} leftSection="en" placeholder={usual?.en ?? ''} value={now.en} onCommit={(en) => tell({ ...now, en })} maxLength={2000} />
    </fieldset>
  )
}
