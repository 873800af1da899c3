import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'

/** Leaving with unsaved work is asked about; what is waiting is sent first. */
export const LeaveDialog = () => {
  const { t } = useTranslation()
  const { editor, state: { save } } = useDraft()
  const blocker = useBlocker({
    shouldBlockFn: async ({ current, next }) => current.pathname !== next.pathname && !(await editor.flush()),
    enableBeforeUnload: () => save.status !== 'saved',
    withResolver: true,
  })
  return (
    <Modal opened={blocker.status === 'blocked'} onClose={() => blocker.reset?.()} title={t('drafts.leaveTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text>{t('drafts.leaveText')}</Text>
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={() => blocker.proceed?.()}>{t('leave.leave')}</Button>
        <Button onClick={() => blocker.reset?.()}>{t('leave.stay')}</Button>
      </Group>
    </Modal>
  )
}
