import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconLogout, IconUser } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery, signOut } from '../api/session-api.ts'
import { initialsOf } from '../ui/initials.ts'
import { useLanguage } from './use-language.ts'
import { tell } from '../ui/tell.ts'

export const PersonMenu = ({ name }: { readonly name: string }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const leave = async () => {
    try {
      await signOut()
    } catch (error) {
      tell(read(detailOf(error)), { color: 'red' })
      return
    }
    await navigate({ to: '/sign-in', search: {} })
    queryClient.clear()
    queryClient.setQueryData(sessionQuery.queryKey, null)
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="subtle" color="gray" c="inherit" size="compact-md" aria-label={`${initialsOf(name)}, ${t('shell.person', { name })}`} leftSection={<IconUser size={16} aria-hidden />} rightSection={<IconChevronDown size={14} aria-hidden />}>
          {initialsOf(name)}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label c="var(--quiet)">{name}</Menu.Label>
        <Menu.Item leftSection={<IconLogout size={16} aria-hidden />} onClick={() => void leave()}>{t('shell.signOut')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
