import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Partner } from '../api/contract.ts'

interface RevokeDialogProps {
  readonly partner: Partner
  readonly busy: boolean
  readonly onRevoke: () => void
  readonly onClose: () => void
}

/** Asks before a key is ended for good. */
export const RevokeDialog = ({ partner: { name, key_start: key }, busy, onRevoke, onClose }: RevokeDialogProps) => {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={t('partners.revokeOf', { name })} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <Text>{t('partners.revokeText', { name, key: `${key}…` })}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('close')}</Button>
          <Button color="red" loading={busy} onClick={onRevoke}>{t('partners.revoke')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
