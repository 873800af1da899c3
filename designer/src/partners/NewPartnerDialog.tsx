import { Alert, Button, Checkbox, Group, Modal, MultiSelect, NumberInput, Select, Stack, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewPartner, PartnerWithKey } from '../api/contract.ts'
import { createPartner } from '../api/partner-api.ts'
import { unitsQuery } from '../api/people-api.ts'
import { programmesQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { matchesSearch } from '../ui/search-text.ts'

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
          <AreaAndProgrammes form={form} today={today} error={tried && wrong.programmes && t('partners.programmesMissing')} onChange={change} />
          <Checkbox label={t('partners.explanations')} checked={form.explanations} onChange={(event) => change({ explanations: event.currentTarget.checked })} />
          <Limits form={form} onChange={change} />
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

interface PartProps {
  readonly form: NewPartner
  readonly onChange: (part: Partial<NewPartner>) => void
}

const AreaAndProgrammes = ({ form, today, error, onChange }: PartProps & { readonly today: string; readonly error: string | false }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const units = useQuery(unitsQuery(today)).data ?? []
  const programmes = useQuery(programmesQuery(today)).data ?? []
  return (
    <>
      <Select
        label={t('partners.unit')}
        value={form.unit}
        onChange={(unit) => unit && onChange({ unit })}
        data={units.map(({ id, name, parents }) => ({ value: id, label: [name, ...parents].join(', ') }))}
        filter={({ options, search }) => options.filter((option) => 'label' in option && matchesSearch(option.label, search))}
        searchable
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
      />
      <MultiSelect label={t('partners.programmes')} value={form.programmes} onChange={(chosen) => onChange({ programmes: chosen })} data={programmes.map(({ id, title }) => ({ value: id, label: read(title) }))} error={error} required comboboxProps={{ withinPortal: false }} />
    </>
  )
}

const Limits = ({ form, onChange }: PartProps) => {
  const { t } = useTranslation()
  return (
    <>
      <NumberInput label={t('partners.perMinute')} value={form.requests_per_minute} onChange={(value) => typeof value === 'number' && onChange({ requests_per_minute: value })} min={1} max={100_000} allowDecimal={false} thousandSeparator="." decimalSeparator="," />
      <NumberInput label={t('partners.perDay')} value={form.households_per_day} onChange={(value) => typeof value === 'number' && onChange({ households_per_day: value })} min={1} max={10_000_000} allowDecimal={false} thousandSeparator="." decimalSeparator="," />
      <DayInput label={t('partners.validTo')} day={form.valid_to} onDay={(day) => onChange({ valid_to: day })} />
    </>
  )
}
