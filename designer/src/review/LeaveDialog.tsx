import { Button, Group, Modal, Text } from '@mantine/core'
import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { AnswersAutosave, AnswersState } from './use-autosave.ts'

/** Leaving saves what is waiting first; it only asks where that does not succeed. */
export const LeaveDialog = ({ autosave, status }: { readonly autosave: AnswersAutosave; readonly status: AnswersState['status'] }) => {
  const { t } = useTranslation()
  const { status: blocking, proceed, reset } = useBlocker({
    shouldBlockFn: async () => !(await autosave.flush()),
    enableBeforeUnload: () => status !== 'saved',
    disabled: status === 'saved',
    withResolver: true,
  })
  return (
    <Modal opened={blocking === 'blocked'} onClose={() => reset?.()} title={t('leave.title')} closeButtonProps={{ 'aria-label': t('close') }}>
      <Text mb="md">{t('leave.text')}</Text>
      <Group justify="flex-end" gap="sm">
        <Button variant="default" onClick={() => proceed?.()}>{t('leave.leave')}</Button>
        <Button data-autofocus onClick={() => reset?.()}>{t('leave.stay')}</Button>
      </Group>
    </Modal>
  )
}
