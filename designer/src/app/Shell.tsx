import { AppShell, NavLink, Text, Tooltip } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { IconClipboardCheck, IconFiles, IconGavel, IconHistory, IconKey, IconReportAnalytics, IconUsers } from '@tabler/icons-react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../api/session-api.ts'
import { AppSpotlight } from '../spotlight/AppSpotlight.tsx'
import { PageActionsContext, usePageActionsStore } from '../spotlight/page-actions.ts'
import { areaOf, type Area } from './areas.ts'
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
  const { pathname } = useLocation()
  const area = areaOf(pathname)
  const small = useMediaQuery('(min-width: 48.01em) and (max-width: 90em)', false, { getInitialValueInEffect: false })
  const slim = small && isForm(pathname)
  const permissions = useSuspenseQuery(sessionQuery).data?.permissions ?? []
  return (
    <PageActionsContext value={pageActions}>
    <PageDateContext value={pageDate}>
    <AppShell header={{ height: { base: 100, sm: 48 } }} navbar={{ width: slim ? 56 : 192, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding={0} transitionDuration={0}>
      <a className={classes['skip']} href="#content">{t('shell.skip')}</a>
      <AppShell.Header className={classes['header'] ?? ''} data-other-day={otherDay}>
        <ShellHeader navigationOpened={opened} onToggleNavigation={toggle} />
      </AppShell.Header>
      <AppShell.Navbar p="sm" className={classes['navigation'] ?? ''} data-slim={slim} aria-label={t('shell.navigation')}>
        <AreaLink to="/households" label={t('shell.households')} icon={<IconClipboardCheck size={18} aria-hidden />} active={area === '/households'} slim={slim} onClick={close} />
        <AreaLink to="/submissions" label={t('shell.submissions')} icon={<IconFiles size={18} aria-hidden />} active={area === '/submissions'} slim={slim} onClick={close} />
        {permissions.includes('decisions.read') && <AreaLink to="/reports" label={t('shell.reports')} icon={<IconReportAnalytics size={18} aria-hidden />} active={area === '/reports'} slim={slim} onClick={close} />}
        {!slim && <Text component="div" fz={13} c="var(--quiet)" px="sm" pt="md" pb={4}>{t('shell.administration')}</Text>}
        <AreaLink to="/policies" label={t('shell.policies')} icon={<IconGavel size={18} aria-hidden />} active={area === '/policies'} slim={slim} onClick={close} />
        {permissions.includes('administration') && <AreaLink to="/people" label={t('shell.people')} icon={<IconUsers size={18} aria-hidden />} active={area === '/people'} slim={slim} onClick={close} />}
        {permissions.includes('administration') && <AreaLink to="/partners" label={t('shell.partners')} icon={<IconKey size={18} aria-hidden />} active={area === '/partners'} slim={slim} onClick={close} />}
        {permissions.includes('trail.read') && <AreaLink to="/trail" label={t('shell.trail')} icon={<IconHistory size={18} aria-hidden />} active={area === '/trail'} slim={slim} onClick={close} />}
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

/** A form needs the width more than the words of the menu, which each icon then says by itself. */
const isForm = (path: string): boolean => /^\/submissions\/[^/]/.test(path)

interface AreaLinkProps {
  readonly to: Area
  readonly label: string
  readonly icon: ReactNode
  readonly active: boolean
  /** Only the icon is shown. */
  readonly slim: boolean
  readonly onClick: () => void
}

const AreaLink = ({ to, label, icon, active, slim, onClick }: AreaLinkProps) => (
  <Tooltip label={label} position="right" disabled={!slim}>
    <NavLink renderRoot={(props) => <Link to={to} {...props} />} label={label} leftSection={icon} onClick={onClick} active={active} variant="light" />
  </Tooltip>
)
