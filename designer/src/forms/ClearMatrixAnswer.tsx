import { ActionIcon, Tooltip } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { MatrixQuestion } from './matrix-content.ts'
import { focusQuestion } from './question-focus.ts'

/** Takes an answer back, where there is one. No stop of the Tab key: Delete does it at the choices. */
export const ClearMatrixAnswer = ({ question: { id, label, answer, onAnswer } }: { readonly question: MatrixQuestion }) => {
  const { t } = useTranslation()
  if (answer === undefined) return null
  const clear = () => {
    onAnswer(undefined)
    focusQuestion(id)
  }
  return (
    <Tooltip label={t('form.clear')}>
      <ActionIcon variant="subtle" color="gray" tabIndex={-1} aria-label={t('form.clearOf', { question: label })} onClick={clear}>
        <IconX size={16} aria-hidden />
      </ActionIcon>
    </Tooltip>
  )
}
