import { Link } from '@tanstack/react-router'
import { formatDate } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { ImpactSummary } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatInstant } from '../ui/day-text.ts'
import classes from './impact.module.css'
import { unfiltered } from './impact-search.ts'
import { useRunWords } from './use-run-words.ts'

interface EarlierRunsProps {
  readonly runs: readonly ImpactSummary[]
  readonly shown: string | undefined
}

/** The runs of a draft; each opens in the place of the one that is shown. */
export const EarlierRuns = ({ runs, shown }: EarlierRunsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const words = useRunWords()
  if (runs.length < 2) return null
  return (
    <details className={classes['earlier']}>
      <summary>{t('impact.earlier', { count: runs.length })}</summary>
      <ul>
        {runs.map((run) => (
          <li key={run.id} aria-current={run.id === shown ? 'true' : undefined}>
            <Link to="." search={(search) => ({ ...search, ...unfiltered, show: undefined, run: run.id })} resetScroll={false} className={classes['link'] ?? ''}>{formatInstant(run.created_at)}</Link>{' '}
            <span className={classes['quiet']}>
              {[run.created_by.name, run.after.draft && t('drafts.version', { version: run.after.draft.version }), read(run.subject.title), t('impact.heldAgainst', { title: read(run.before.title) }), formatDate(run.at)].filter(Boolean).join(' · ')}
            </span>{' '}
            {words(run)}
          </li>
        ))}
      </ul>
    </details>
  )
}
