import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { AccountWithToken } from '../api/contract.ts'

/** The one-time link to set a password, to be handed to its person. */
export const LinkDialog = ({ made: { account, token }, onClose }: { readonly made: AccountWithToken; readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const link = `${window.location.origin}/password?token=${encodeURIComponent(token)}`
  return (
    <Modal opened onClose={onClose} title={t('people.linkTitle')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <Text>{t('people.linkText', { name: account.name })}</Text>
        <TextInput label={t('people.linkTitle')} value={link} readOnly onFocus={(event) => event.currentTarget.select()} />
        <Group justify="flex-end" gap="sm">
          <CopyButton value={link}>{({ copied, copy }) => <Button variant="default" onClick={copy}>{t(copied ? 'people.copied' : 'people.copy')}</Button>}</CopyButton>
          <Button onClick={onClose}>{t('close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
