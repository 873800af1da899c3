import type { Assembly, OutcomeResult, Text } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/use-language.ts'
import { OutcomeBadge } from '../../ui/OutcomeBadge.tsx'
import type { NewerPreview } from './newer-preview.ts'
import classes from './newer-rules.module.css'

interface NewerPreviewListProps {
  readonly preview: NewerPreview
  readonly before: Assembly
  readonly after: Assembly
}

/** The results under both rules, the questions that come and go, and what is different in words. */
export const NewerPreviewList = ({ preview, before, after }: NewerPreviewListProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const badge = (outcome: OutcomeResult | undefined, { lists }: Assembly) => (outcome ? <OutcomeBadge outcome={outcome} lists={lists} /> : <span>{t('newer.noResult')}</span>)
  const names = (labels: readonly Text[]): string => labels.map(read).join('; ')
  return (
    <div className={classes['preview']}>
      {preview.problem && <p>{read(preview.problem)}</p>}
      <ul className={classes['outcomes']}>
        {preview.outcomes.map((outcome) => (
          <li key={outcome.key}>
            <span>{read(outcome.title)}:</span> {badge(outcome.before, before)} <span aria-hidden>→</span><span className={classes['hidden']}>{t('newer.becomes')}</span> {badge(outcome.after, after)}
          </li>
        ))}
      </ul>
      {preview.added.length > 0 && <p>{t('newer.added', { questions: names(preview.added) })}</p>}
      {preview.dropped.length > 0 && <p>{t('newer.dropped', { questions: names(preview.dropped) })}</p>}
      {preview.sentences.length > 0 && (
        <details>
          <summary>{t('newer.changes', { count: preview.sentences.length })}</summary>
          <ul>{preview.sentences.map((sentence) => <li key={sentence.vi}>{read(sentence)}</li>)}</ul>
        </details>
      )}
    </div>
  )
}
