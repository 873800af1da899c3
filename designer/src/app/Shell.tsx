import { AppShell, NavLink } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconClipboardCheck } from '@tabler/icons-react'
import { Link, Outlet } from '@tanstack/react-router'
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
          active
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
