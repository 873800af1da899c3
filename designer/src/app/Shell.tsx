import { AppShell, NavLink, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardCheck, IconGavel } from '@tabler/icons-react'
import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { PageDateContext, useReferenceDate } from './reference-date.ts'
import classes from './Shell.module.css'
import { ShellHeader } from './ShellHeader.tsx'

export const Shell = () => {
  const { t } = useTranslation()
  const { isToday, today } = useReferenceDate()
  const [day, tell] = useState<string>()
  const pageDate = useMemo(() => ({ day, tell }), [day])
  const otherDay = day === undefined ? !isToday : day !== today
  const [opened, { toggle, close }] = useDisclosure(false)
  const area = areaOf(useLocation().pathname)
  return (
    <PageDateContext value={pageDate}>
    <AppShell header={{ height: { base: 100, sm: 48 } }} navbar={{ width: 192, breakpoint: 'sm', collapsed: { mobile: !opened } }} padding={0} transitionDuration={0}>
      <a className={classes['skip']} href="#content">{t('shell.skip')}</a>
      <AppShell.Header className={classes['header'] ?? ''} data-other-day={otherDay}>
        <ShellHeader navigationOpened={opened} onToggleNavigation={toggle} />
      </AppShell.Header>
      <AppShell.Navbar p="sm" className={classes['navigation'] ?? ''} aria-label={t('shell.navigation')}>
        <NavLink
          renderRoot={(props) => <Link to="/households" {...props} />}
          label={t('shell.households')}
          leftSection={<IconClipboardCheck size={18} aria-hidden />}
          onClick={close}
          active={area === 'households'}
          variant="light"
        />
        <Text component="div" fz={13} c="var(--quiet)" px="sm" pt="md" pb={4}>{t('shell.administration')}</Text>
        <NavLink
          renderRoot={(props) => <Link to="/policies" {...props} />}
          label={t('shell.policies')}
          leftSection={<IconGavel size={18} aria-hidden />}
          onClick={close}
          active={area === 'policies'}
          variant="light"
        />
      </AppShell.Navbar>
      <AppShell.Main id="content" tabIndex={-1} className={classes['main'] ?? ''}>
        <Outlet />
      </AppShell.Main>
    </AppShell>
    </PageDateContext>
  )
}

const areaOf = (path: string): 'households' | 'policies' => (path.startsWith('/policies') || path.startsWith('/drafts') ? 'policies' : 'households')
