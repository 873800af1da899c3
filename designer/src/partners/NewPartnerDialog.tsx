import { Alert, Button, Group, Modal, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation, useSuspenseQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewPartner, PartnerWithKey } from '../api/contract.ts'
import { createPartner } from '../api/partner-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { PartnerPermissions } from './PartnerPermissions.tsx'

interface NewPartnerDialogProps {
  readonly onMade: (partner: PartnerWithKey) => void
  readonly onClose: () => void
}

const PER_MINUTE = 60
const PER_DAY = 10_000

/** A new partner: who, for what, about which area, for which programmes, how much and until when. */
export const NewPartnerDialog = ({ onMade, onClose }: NewPartnerDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const session = useSuspenseQuery(sessionQuery).data
  const today = session?.today ?? ''
  const [form, setForm] = useState<NewPartner>({ name: '', purpose: '', unit: session?.unit.id ?? '', programmes: [], explanations: false, requests_per_minute: PER_MINUTE, households_per_day: PER_DAY, valid_to: `${today.slice(0, 4)}-12-31` })
  const [tried, setTried] = useState(false)
  const creating = useMutation({ mutationFn: createPartner, onSuccess: onMade })
  const wrong = { name: form.name.trim() === '', purpose: form.purpose.trim() === '', programmes: form.programmes.length === 0 }
  const change = (part: Partial<NewPartner>): void => setForm({ ...form, ...part })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!Object.values(wrong).includes(true)) creating.mutate(form)
  }
  return (
    <Modal opened onClose={onClose} title={t('partners.new')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('partners.name')} value={form.name} onChange={(event) => change({ name: event.currentTarget.value })} error={tried && wrong.name && t('partners.nameMissing')} maxLength={200} required data-autofocus />
          <Textarea label={t('partners.purpose')} description={t('partners.purposeHelp')} value={form.purpose} onChange={(event) => change({ purpose: event.currentTarget.value })} error={tried && wrong.purpose && t('partners.purposeMissing')} maxLength={1000} autosize required />
          <PartnerPermissions permitted={form} today={today} tried={tried} onChange={change} />
          {creating.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(creating.error))}</Alert>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('close')}</Button>
            <Button type="submit" loading={creating.isPending}>{t('partners.create')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
