import { Tabs } from '@mantine/core'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { AskedMark } from '../../forms/AskedMark.tsx'
import { sectionPlace } from '../../presence/marks.ts'
import { PresenceMark } from '../../presence/PresenceMark.tsx'
import classes from './sections.module.css'

export const tabId = (section: string): string => `section-tab-${section}`

interface SectionTabProps {
  readonly id: string
  readonly title: string
  readonly errors: number
  readonly warnings: number
}

/** A section among few: its tab says how much is wrong there. */
export const SectionTab = memo(({ id, title, errors, warnings }: SectionTabProps) => {
  const { t } = useTranslation()
  return (
    <Tabs.Tab value={id} id={tabId(id)}>
      {title}{' '}
      <PresenceMark place={sectionPlace(id)} />
      {errors === 0 && warnings > 0 && <span className={classes['count']} data-state="warning">{t('form.warnings', { count: warnings })}</span>}
      {errors > 0 && <span className={classes['count']}>{t('form.errors', { count: errors })}</span>}
    </Tabs.Tab>
  )
})
SectionTab.displayName = 'SectionTab'

interface SectionRowProps extends SectionTabProps {
  /** Absent until it is known what is asked. */
  readonly missing: number | undefined
  readonly asks: boolean
  /** Id of what says whose section it is. */
  readonly group: string
  /** The focus begins here. */
  readonly first?: boolean
  readonly onPick?: () => void
}

/** A section in the list of many, with how far it is. */
export const SectionRow = memo(({ id, title, errors, warnings, missing, asks, group, first = false, onPick }: SectionRowProps) => (
  <Tabs.Tab value={id} id={tabId(id)} className={classes['row'] ?? ''} data-quiet={!asks} aria-describedby={group} {...(first && { 'data-autofocus': true })} {...(onPick && { onClick: onPick })}>
    <span className={classes['name']}>{title}</span>{' '}
    <PresenceMark place={sectionPlace(id)} />
    {missing !== undefined && <AskedMark errors={errors} warnings={warnings} missing={missing} asks={asks} />}
  </Tabs.Tab>
))
SectionRow.displayName = 'SectionRow'
