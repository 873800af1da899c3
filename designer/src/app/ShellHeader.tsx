import { Burger } from '@mantine/core'
import { useSuspenseQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../api/session-api.ts'
import { NoticeBell } from '../notices/NoticeBell.tsx'
import { SpotlightButton } from '../spotlight/SpotlightButton.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import { PersonMenu } from './PersonMenu.tsx'
import { ReferenceDateControl } from './ReferenceDateControl.tsx'
import classes from './Shell.module.css'

interface ShellHeaderProps {
  readonly navigationOpened: boolean
  readonly onToggleNavigation: () => void
}

export const ShellHeader = ({ navigationOpened, onToggleNavigation }: ShellHeaderProps) => {
  const { t } = useTranslation()
  const session = useSuspenseQuery(sessionQuery).data
  const above = session ? [...session.unit.parents].toReversed() : []
  return (
    <div className={classes['bar']}>
      <Burger opened={navigationOpened} onClick={onToggleNavigation} hiddenFrom="sm" size="sm" aria-label={t('shell.menu')} aria-expanded={navigationOpened} />
      <Link to="/households" className={classes['product'] ?? ''}>{t('product')}</Link>
      <div className={classes['place']} title={[...above, session?.unit.name].join(' › ')}>
        <span className={classes['above']}>{above.map((name) => `${name} › `).join('')}</span>
        <strong>{session?.unit.name}</strong>
      </div>
      <ReferenceDateControl />
      <div className={classes['end']}>
        <SpotlightButton />
        <NoticeBell />
        <LanguageMenu />
        {session && <PersonMenu name={session.person.name} />}
      </div>
    </div>
  )
}
