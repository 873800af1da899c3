import { Alert, Button, Group, Modal, NativeSelect, Select, Stack, TextInput } from '@mantine/core'
import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, AccountWithToken } from '../api/contract.ts'
import { createAccount, unitsQuery } from '../api/people-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { matchesSearch } from '../ui/search-text.ts'
import { roles } from './roles.ts'

interface NewAccountDialogProps {
  readonly onMade: (account: AccountWithToken) => void
  readonly onClose: () => void
}

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,59}$/

/** A new account: who, under which login, with which role, for which area. */
export const NewAccountDialog = ({ onMade, onClose }: NewAccountDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const session = useSuspenseQuery(sessionQuery).data
  const units = useQuery(unitsQuery(session?.today ?? ''))
  const [form, setForm] = useState({ name: '', login: '', role: 'officer' as Account['role'], unit: session?.unit.id ?? '' })
  const [tried, setTried] = useState(false)
  const creating = useMutation({ mutationFn: createAccount, onSuccess: onMade })
  const wrongName = form.name.trim() === ''
  const wrongLogin = !LOGIN.test(form.login)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!wrongName && !wrongLogin) creating.mutate({ ...form, name: form.name.trim() })
  }
  return (
    <Modal opened onClose={onClose} title={t('people.new')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <TextInput label={t('people.name')} value={form.name} onChange={(event) => setForm({ ...form, name: event.currentTarget.value })} error={tried && wrongName && t('people.nameMissing')} maxLength={200} required data-autofocus />
          <TextInput label={t('people.login')} description={t('people.loginHelp')} value={form.login} onChange={(event) => setForm({ ...form, login: event.currentTarget.value.trim().toLowerCase() })} error={tried && wrongLogin && t('people.loginWrong')} maxLength={60} required />
          <NativeSelect label={t('people.role')} value={form.role} onChange={(event) => setForm({ ...form, role: event.currentTarget.value as Account['role'] })} data={roles.map((role) => ({ value: role, label: t(`people.role.${role}`) }))} />
          <Select
            label={t('people.unit')}
            value={form.unit}
            onChange={(unit) => unit && setForm({ ...form, unit })}
            data={(units.data ?? []).map(({ id, name, parents }) => ({ value: id, label: [name, ...parents].join(', ') }))}
            filter={({ options, search }) => options.filter((option) => 'label' in option && matchesSearch(option.label, search))}
            searchable
            allowDeselect={false}
            comboboxProps={{ withinPortal: false }}
          />
          {creating.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(creating.error))}</Alert>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('close')}</Button>
            <Button type="submit" loading={creating.isPending}>{t('people.create')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
