import { AppShell, NavLink, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardCheck, IconFiles, IconGavel, IconHistory, IconUsers } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../api/session-api.ts'
import { AppSpotlight } from '../spotlight/AppSpotlight.tsx'
import { PageActionsContext, usePageActionsStore } from '../spotlight/page-actions.ts'
import { PageDateContext, useReferenceDate } from './reference-date.ts'
import classes from './Shell.module.css'
import { ShellHeader } from './ShellHeader.tsx'

export const Shell = () => {
  const { t } = useTranslation()
  const { isToday, today } = useReferenceDate()
  const [day, tell] = useState<string>()
  const pageDate = useMemo(() => ({ day, tell }), [day])
  const otherDay = day === undefined ? !isToday : day !== today
  const pageActions = usePageActionsStore()
  const [opened, { toggle, close }] = useDisclosure(false)
  const area = areaOf(useLocation().pathname)
  const permissions = useSuspenseQuery(sessionQuery).data?.permissions ?? []
  return (
    <PageActionsContext value={pageActions}>
    <PageDateContext value={pageDate}>
    <AppShell header={{ height: { base: 100, sm: 48 } }} navbar={{ width: 192, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding={0} transitionDuration={0}>
      <a className={classes['skip']} href="#content">{t('shell.skip')}</a>
      <AppShell.Header className={classes['header'] ?? ''} data-other-day={otherDay}>
        <ShellHeader navigationOpened={opened} onToggleNavigation={toggle} />
      </AppShell.Header>
      <AppShell.Navbar p="sm" className={classes['navigation'] ?? ''} aria-label={t('shell.navigation')}>
        <AreaLink to="/households" label={t('shell.households')} icon={<IconClipboardCheck size={18} aria-hidden />} active={area === '/households'} onClick={close} />
        <AreaLink to="/submissions" label={t('shell.submissions')} icon={<IconFiles size={18} aria-hidden />} active={area === '/submissions'} onClick={close} />
        <Text component="div" fz={13} c="var(--quiet)" px="sm" pt="md" pb={4}>{t('shell.administration')}</Text>
        <AreaLink to="/policies" label={t('shell.policies')} icon={<IconGavel size={18} aria-hidden />} active={area === '/policies'} onClick={close} />
        {permissions.includes('administration') && <AreaLink to="/people" label={t('shell.people')} icon={<IconUsers size={18} aria-hidden />} active={area === '/people'} onClick={close} />}
        {permissions.includes('trail.read') && <AreaLink to="/trail" label={t('shell.trail')} icon={<IconHistory size={18} aria-hidden />} active={area === '/trail'} onClick={close} />}
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes['main'] ?? ''}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
    <AppSpotlight />
    </PageDateContext>
    </PageActionsContext>
  )
}

type Area = '/households' | '/submissions' | '/policies' | '/people' | '/trail'

const areaOf = (path: string): Area => {
  if (path.startsWith('/submissions')) return '/submissions'
  if (path.startsWith('/policies') || path.startsWith('/drafts') || path.startsWith('/impact')) return '/policies'
  return path.startsWith('/people') ? '/people' : path.startsWith('/trail') ? '/trail' : '/households'
}

interface AreaLinkProps {
  readonly to: Area
  readonly label: string
  readonly icon: ReactNode
  readonly active: boolean
  readonly onClick: () => void
}

const AreaLink = ({ to, label, icon, active, onClick }: AreaLinkProps) => (
  <NavLink renderRoot={(props) => <Link to={to} {...props} />} label={label} leftSection={icon} onClick={onClick} active={active} variant="light" />
)
