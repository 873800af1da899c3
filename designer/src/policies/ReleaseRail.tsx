import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { ProgrammeTimeline } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatInstant } from '../ui/day-text.ts'
import { DownloadButton } from '../ui/DownloadButton.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import classes from './policies.module.css'
import { stateColours, stateOn } from './spans.ts'
import { usePeriodText } from './use-period-text.ts'

interface ReleaseRailProps {
  readonly timeline: ProgrammeTimeline
  readonly hash: string
  readonly at: string
}

/** Beside a published release: when it is in force, who published it and why, and its neighbours to compare with. */
export const ReleaseRail = ({ timeline, hash, at }: ReleaseRailProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const period = usePeriodText()
  const own = timeline.spans.find(({ spans }) => spans.some(({ release }) => release === hash))?.spans ?? []
  const spans = own.filter(({ release }) => release === hash)
  const order = [...new Set(own.flatMap(({ release }) => release ?? []))]
  const place = order.indexOf(hash)
  // What localities change is read on national rules; two of them are not compared here.
  const isNational = timeline.releases[hash]?.scope === 'national'
  const before = isNational ? order[place - 1] : undefined
  const after = isNational ? order[place + 1] : undefined
  const titleOf = (each: string): string => read(timeline.releases[each]?.title ?? { vi: '', en: '' })
  const publications = timeline.publications.filter(({ release }) => release === hash)
  const { id: programme } = timeline.programme
  return (
    <aside className={classes['rail']} aria-label={t('release.force')}>
      <h2>{t('release.force')}</h2>
      {spans.length === 0 && <p>{t('release.neverInForce')}</p>}
      {spans.map((span) => {
        const state = stateOn(span, at)
        return <p key={period(span)}>{period(span)} <StateBadge color={stateColours[state]}>{t(`timeline.state.${state}`)}</StateBadge></p>
      })}
      <h2>{t('release.publishedBy')}</h2>
      {publications.map((row) => (
        <p key={row.recorded_at}>
          {row.published_by === 'system' ? t('timeline.systemReason') : `${row.published_by}: ${row.reason}`}
          <span className={classes['quiet']}> {formatInstant(row.recorded_at)}</span>
        </p>
      ))}
      {(before ?? after) !== undefined && <h2>{t('timeline.compare')}</h2>}
      {before !== undefined && <p><Link className={classes['link'] ?? ''} to="/policies/$programme/compare" params={{ programme }} search={{ before, after: hash }}>{t('release.compareBefore', { title: titleOf(before) })}</Link></p>}
      {after !== undefined && <p><Link className={classes['link'] ?? ''} to="/policies/$programme/compare" params={{ programme }} search={{ before: hash, after }}>{t('release.compareAfter', { title: titleOf(after) })}</Link></p>}
      <h2>{t('release.takeAway')}</h2>
      <DownloadButton path={`/api/releases/${hash}/file`}>{t('release.file')}</DownloadButton>
    </aside>
  )
}
