import { Button, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { detailOf } from '../../api/problem-error.ts'
import { useLanguage } from '../../app/use-language.ts'
import type { useDraftActions } from '../use-draft-actions.ts'

/** Moves the draft to the newest rules, and says why where that cannot be done. */
export const MoveAction = ({ actions }: { readonly actions: Pick<ReturnType<typeof useDraftActions>, 'moving' | 'moveProblem' | 'moveToNewest'> }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <>
      <Button onClick={actions.moveToNewest} loading={actions.moving}>{t('newer.move')}</Button>
      {actions.moveProblem && <Text role="alert" c="var(--error)">{read(detailOf(actions.moveProblem))}</Text>}
    </>
  )
}
