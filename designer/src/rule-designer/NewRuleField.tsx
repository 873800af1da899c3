import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'

interface NewRuleFieldProps {
  readonly onTitle: (title: string) => void
  readonly onCancel: () => void
}

/** A rule begins with its title; its code comes from it. Left empty, there is none. */
export const NewRuleField = ({ onTitle, onCancel }: NewRuleFieldProps) => {
  const { t } = useTranslation()
  const [title, setTitle] = useState('')
  const finish = (): void => (title.trim() === '' ? onCancel() : onTitle(title.trim()))
  return (
    <TextInput
      w={360}
      aria-label={t('rules.newRule')}
      placeholder={t('rules.newRuleTitle')}
      value={title}
      onChange={(event) => setTitle(event.currentTarget.value)}
      onBlur={finish}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key === 'Escape') onCancel()
      }}
      maxLength={500}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field was asked for a moment ago
      autoFocus
    />
  )
}
