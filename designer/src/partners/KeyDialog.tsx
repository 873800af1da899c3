import { Button, CopyButton, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PartnerWithKey } from '../api/contract.ts'
import classes from './partners.module.css'

/** The key of a new partner, shown this one time. */
export const KeyDialog = ({ made: { partner: { name }, key }, onClose }: { readonly made: PartnerWithKey; readonly onClose: () => void }) => {
  const { t } = useTranslation()
  return (
    <Modal opened onClose={onClose} title={t('partners.keyTitle', { name })} size="lg" closeButtonProps={{ 'aria-label': t('close') }} closeOnClickOutside={false}>
      <Stack gap="md">
        <Text>{t('partners.keyText', { name })}</Text>
        {/* Shown this one time, so all of it has to be seen, on a phone over several lines. */}
        <Textarea label={t('partners.key')} value={key} readOnly autosize onFocus={(event) => event.currentTarget.select()} classNames={{ input: classes['key'] ?? '' }} />
        <Group justify="flex-end" gap="sm">
          <CopyButton value={key}>{({ copied, copy }) => <Button variant="default" onClick={copy}>{t(copied ? 'partners.copied' : 'partners.copy')}</Button>}</CopyButton>
          <Button onClick={onClose}>{t('close')}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
