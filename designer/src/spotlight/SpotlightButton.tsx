import { Button, Kbd } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { spotlight } from '@mantine/spotlight'
import { useTranslation } from 'react-i18next'
import classes from './spotlight.module.css'

/** Opens the spotlight for those who do not know its keys, and tells them. */
export const SpotlightButton = () => {
  const { t } = useTranslation()
  return (
    <Button variant="default" size="compact-md" fw={400} c="var(--quiet)" className={classes['button'] ?? ''} title={t('spotlight.title')} aria-keyshortcuts="Control+K" leftSection={<IconSearch size={16} aria-hidden />} onClick={() => spotlight.open()}>
      <span className={classes['word']}>{t('spotlight.short')}</span> <Kbd size="xs" ml="sm" visibleFrom="sm" aria-hidden>Ctrl K</Kbd>
    </Button>
  )
}
