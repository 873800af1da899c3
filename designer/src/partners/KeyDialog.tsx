import { Button, CopyButton, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PartnerWithKey } from '../api/contract.ts'

/** The key of a new partner, shown this one time. */
export const KeyDialog = ({ made: { partner: { name }, key }, onClose }: { readonly made: PartnerWithKey; readonly onClose: () => void }) => {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={t('partners.keyTitle', { name })} size="lg" closeButtonProps={{ 'aria-label': t('close') }} closeOnClickOutside={false}>
      <Stack gap="md">
        <Text>{t('partners.keyText', { name })}</Text>
        <TextInput label={t('partners.key')} value={key} readOnly onFocus={(event) => event.currentTarget.select()} />
        <Group justify="flex-end" gap="sm">
          <CopyButton value={key}>{({ copied, copy }) => <Button variant="default" onClick={copy}>{t(copied ? 'partners.copied' : 'partners.copy')}</Button>}</CopyButton>
          <Button onClick={onClose}>{t('close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
