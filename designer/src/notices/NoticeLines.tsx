import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Notice } from '../api/contract.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatInstant } from '../ui/day-text.ts'
import { pageOf } from './notice-kinds.ts'
import classes from './notices.module.css'

interface NoticeLinesProps {
  /** Absent: not known yet. */
  readonly notices: readonly Notice[] | undefined
  readonly error: Error | null
  /** What is new to the reader. */
  readonly fresh: ReadonlySet<number>
  readonly onFollow: () => void
}

export const NoticeLines = ({ notices, error, fresh, onFollow }: NoticeLinesProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (notices === undefined) return <Text px="md" py="sm" c="var(--quiet)">{error ? read(detailOf(error)) : t('loading')}</Text>
  if (notices.length === 0) return <Text px="md" py="sm" c="var(--quiet)">{t('notices.none')}</Text>
  return (
    <ul className={classes['lines']}>
      {notices.map((notice) => (
        <li key={notice.id}>
          <Link {...pageOf(notice)} className={classes['line'] ?? ''} data-fresh={fresh.has(notice.id)} onClick={onFollow}>
            <span>{t(`notices.${notice.kind}`, { title: read(notice.title), actor: notice.actor })}</span>
            {notice.reason !== undefined && <span className={classes['reason']}>{notice.reason}</span>}
            <span className={classes['when']}>{fresh.has(notice.id) && <strong>{t('notices.new')} · </strong>}{formatInstant(notice.at)}</span>
          </Link>
        </li>
      ))}
    </ul>
  )
}
