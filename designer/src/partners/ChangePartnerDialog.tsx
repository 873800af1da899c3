import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Partner, PartnerChange } from '../api/contract.ts'
import { changePartner } from '../api/partner-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { PartnerPermissions } from './PartnerPermissions.tsx'

interface ChangePartnerDialogProps {
  readonly partner: Partner
  readonly onChanged: () => void
  readonly onClose: () => void
}

/** What a partner may ask for, changed while its key stays. */
export const ChangePartnerDialog = ({ partner: { id, name, unit, ...partner }, onChanged, onClose }: ChangePartnerDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const today = useSuspenseQuery(sessionQuery).data?.today ?? ''
  const { programmes, explanations, requests_per_minute: minute, households_per_day: day, valid_to: to } = partner
  const [permitted, setPermitted] = useState<PartnerChange>({ unit: unit.id, programmes, explanations, requests_per_minute: minute, households_per_day: day, valid_to: to })
  const [tried, setTried] = useState(false)
  const changing = useMutation({ mutationFn: changePartner, onSuccess: onChanged })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (permitted.programmes.length > 0) changing.mutate({ id, ...permitted })
  }
  return (
    <Modal opened onClose={onClose} title={t('partners.changeOf', { name })} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text>{t('partners.changeText')}</Text>
          <PartnerPermissions permitted={permitted} today={today} tried={tried} onChange={(part) => setPermitted({ ...permitted, ...part })} />
          {changing.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(changing.error))}</Alert>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('close')}</Button>
            <Button type="submit" loading={changing.isPending}>{t('partners.save')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
