import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'

interface WriteTrialProps {
  readonly disabled: boolean
  readonly onWrite: () => void
}

/** Writes a value on trial to the draft; of one that was sent or approved it is first said what that undoes. */
export const WriteTrial = ({ disabled, onWrite }: WriteTrialProps) => {
  const { t } = useTranslation()
  const { draft: { state } } = useDraft()
  const [asked, { open, close }] = useDisclosure(false)
  const undone = state === 'approved' || state === 'in_review' ? state : undefined
  const write = (): void => {
    close()
    onWrite()
  }
  return (
    <>
      <Button size="compact-md" disabled={disabled} onClick={undone ? open : onWrite}>{t('impact.tryWrite')}</Button>
      {undone && (
        <Modal opened={asked} onClose={close} title={t('impact.writeTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
          <Text>{t(`impact.write.${undone}`)}</Text>
          <Group justify="flex-end" gap="sm" mt="md">
            <Button variant="default" onClick={close} data-autofocus>{t('comment.cancel')}</Button>
            <Button onClick={write}>{t('impact.tryWrite')}</Button>
          </Group>
        </Modal>
      )}
    </>
  )
}
