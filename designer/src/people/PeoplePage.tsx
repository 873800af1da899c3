import { Alert, Button, Loader, Menu, Table, TextInput } from '@mantine/core'
import { IconDots, IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Account, AccountWithToken, ChangedAccount } from '../api/contract.ts'
import { accountsQuery, changeAccount, resetAccount } from '../api/people-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { throwUnlessLoaded } from '../api/throw-unless-loaded.ts'
import { useLanguage } from '../app/use-language.ts'
import policies from '../policies/policies.module.css'
import { PageHead } from '../ui/PageHead.tsx'
import { usePageActions } from '../spotlight/page-actions.ts'
import { matchesSearch } from '../ui/search-text.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { LinkDialog } from './LinkDialog.tsx'
import { NewAccountDialog } from './NewAccountDialog.tsx'
import { roles } from './roles.ts'

/** "Người dùng": the accounts of the administrator's area. */
export const PeoplePage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const queryClient = useQueryClient()
  const accounts = useQuery({ ...accountsQuery, throwOnError: throwUnlessLoaded })
  const [search, setSearch] = useState('')
  const [creating, setCreating] = useState(false)
  const [made, setMade] = useState<AccountWithToken>()
  const renew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: accountsQuery.queryKey })
  const changing = useMutation({ mutationFn: ({ id, change }: { readonly id: string; readonly change: ChangedAccount }) => changeAccount(id, change), onSuccess: renew })
  const resetting = useMutation({ mutationFn: resetAccount, onSuccess: setMade })
  usePageActions([{ label: t('people.new'), run: () => setCreating(true) }])
  const failed = accounts.error ?? changing.error ?? resetting.error
  const found = (accounts.data ?? []).filter(({ name, login, unit }) => matchesSearch(`${name} ${login} ${unit.name}`, search))
  return (
    <>
      <PageHead title={t('people.title')} line={t('people.line')} action={<Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setCreating(true)}>{t('people.new')}</Button>} />
      <div className={policies['content']}>
        {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
        {accounts.isPending && <Loader size="sm" aria-label={t('loading')} />}
        <TextInput label={t('people.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={320} mb="md" type="search" />
        {found.length > 0 && (
          <Table className={policies['cards'] ?? ''}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t('people.name')}</Table.Th><Table.Th>{t('people.login')}</Table.Th><Table.Th>{t('people.role')}</Table.Th><Table.Th>{t('people.unit')}</Table.Th><Table.Th>{t('people.state')}</Table.Th><Table.Th>{t('people.actions')}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.map((account) => (
                <Table.Tr key={account.id}>
                  <Table.Td className={policies['name'] ?? ''}>{account.name}</Table.Td>
                  <Table.Td data-label={t('people.login')}>{account.login}</Table.Td>
                  <Table.Td data-label={t('people.role')}>{t(`people.role.${account.role}`)}</Table.Td>
                  <Table.Td data-label={t('people.unit')}>{account.unit.name}</Table.Td>
                  <Table.Td data-label={t('people.state')}><AccountState account={account} /></Table.Td>
                  <Table.Td><AccountMenu account={account} onChange={(change) => changing.mutate({ id: account.id, change })} onReset={() => resetting.mutate(account.id)} /></Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        {accounts.data && found.length === 0 && <output>{t('people.noneFound')}</output>}
      </div>
      {creating && (
        <NewAccountDialog
          onMade={(account) => {
            setCreating(false)
            setMade(account)
            void renew()
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {made && <LinkDialog made={made} onClose={() => setMade(undefined)} />}
    </>
  )
}

const AccountState = ({ account: { disabled, ready } }: { readonly account: Account }) => {
  const { t } = useTranslation()
  if (disabled) return <StateBadge color="red">{t('people.state.disabled')}</StateBadge>
  return ready ? <StateBadge color="green">{t('people.state.ready')}</StateBadge> : <StateBadge color="yellow">{t('people.state.waiting')}</StateBadge>
}

interface AccountMenuProps {
  readonly account: Account
  readonly onChange: (change: ChangedAccount) => void
  readonly onReset: () => void
}

const AccountMenu = ({ account, onChange, onReset }: AccountMenuProps) => {
  const { t } = useTranslation()
  return (
    <Menu position="bottom-end">
      <Menu.Target><Button size="compact-sm" variant="default" aria-label={t('people.actionsOf', { name: account.name })}><IconDots size={16} aria-hidden /></Button></Menu.Target>
      <Menu.Dropdown>
        {roles.filter((role) => role !== account.role).map((role) => <Menu.Item key={role} onClick={() => onChange({ role })}>{t('people.changeRole', { role: t(`people.role.${role}`) })}</Menu.Item>)}
        <Menu.Divider />
        <Menu.Item onClick={onReset}>{t('people.reset')}</Menu.Item>
        <Menu.Item onClick={() => onChange({ disabled: !account.disabled })}>{t(account.disabled ? 'people.enable' : 'people.disable')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
