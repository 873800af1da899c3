import { Title } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { impactRunsQuery } from '../api/impact-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { formatInstant } from '../ui/day-text.ts'
import classes from './impact.module.css'
import { useRunWords } from './use-run-words.ts'

/** For whoever approves: the runs of the draft as it is now; where there is none, the newest of it as it was. */
export const ImpactOfVersion = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const words = useRunWords()
  const { draft, state: { save } } = useDraft()
  const runs = useQuery(impactRunsQuery(draft.id)).data
  if (!runs) return null
  const usable = runs.filter(({ state }) => state !== 'cancelled' && state !== 'failed')
  const own = usable.filter(({ after }) => after.draft?.version === save.version)
  // What was computed of other words, or other rules, is told as such.
  const shown = own.length > 0 ? own : usable.filter(({ state }) => state === 'done').slice(0, 1)
  return (
    <section className={classes['section']}>
      <Title order={2}>{t('release.impact')}</Title>
      {own.length === 0 && <p>{t('impact.versionNone', { version: save.version })} <Link to="/drafts/$id" params={{ id: draft.id }} search={(search) => ({ ...search, tab: 'impact' as const, on: undefined })} className={classes['link'] ?? ''}>{t('impact.toTab')}</Link></p>}
      <ul className={classes['items']}>
        {shown.map((run) => (
          <li key={run.id}>
            <span>{read(run.subject.title)}: {words(run)} <span className={classes['quiet']}>{[run.after.draft && t('drafts.version', { version: run.after.draft.version }), t('impact.madeBy', { person: run.created_by.name, at: formatInstant(run.created_at) })].filter(Boolean).join(' · ')}</span></span>
            <Link to="/impact/$id" params={{ id: run.id }} className={classes['link'] ?? ''}>{t('impact.open')}</Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
