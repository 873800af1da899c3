import { Alert, Button, Progress } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReportSet } from '../api/contract.ts'
import { isUnderWay } from '../api/impact-api.ts'
import { noticesQuery } from '../api/notice-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { cancelReportSet, reportSetFile, reportSetsQuery } from '../api/report-set-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { useWhenEnded } from '../impact/use-when-ended.ts'
import { formatDay } from '../ui/day-text.ts'
import { DownloadButton } from '../ui/DownloadButton.tsx'
import { StateBadge } from '../ui/StateBadge.tsx'
import { WhoseRules } from './ReportLayer.tsx'
import { useKnownWords } from './use-known-words.ts'
import classes from './reports.module.css'

/** The sets the reader has made or is making, each with how far it is; `chosen` is one a link leads to, or that was just begun. */
export const ReportSets = ({ chosen }: { readonly chosen: string | undefined }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { data: sets, error } = useQuery(reportSetsQuery)
  if (error) return <Alert color="red" variant="outline" role="alert">{read(detailOf(error))}</Alert>
  if (!sets || (sets.length === 0 && chosen === undefined)) return null
  return (
    <section className={classes['sets']} aria-label={t('reportSet.title')}>
      <h2>{t('reportSet.title')}</h2>
      {chosen !== undefined && !sets.some(({ id }) => id === chosen) && <p className={classes['quiet']}>{t('reportSet.gone')}</p>}
      <ul>{sets.map((set) => <SetLine key={set.id} set={set} chosen={set.id === chosen} />)}</ul>
    </section>
  )
}

const SetLine = ({ set, chosen }: { readonly set: ReportSet; readonly chosen: boolean }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const queryClient = useQueryClient()
  const sayKnown = useKnownWords()
  const line = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (chosen) line.current?.scrollIntoView({ block: 'nearest' })
  }, [chosen])
  useWhenEnded(set, () => void queryClient.invalidateQueries(noticesQuery))
  return (
    <li ref={line} data-chosen={chosen} {...(chosen && { 'aria-current': true })}>
      <div>
        <strong>{read(set.programme.title)}</strong>
        <div>{t('report.of', { unit: set.unit.name, from: formatDay(set.from), to: formatDay(set.to) })}</div>
        {set.local.length > 0 && <div className={classes['quiet']}><WhoseRules local={set.local} layer={set.layer} /></div>}
        <div className={classes['quiet']}>{sayKnown(set.known)}</div>
      </div>
      {isUnderWay(set) ? <SetProgress set={set} /> : <SetEnd set={set} />}
    </li>
  )
}

const SetProgress = ({ set }: { readonly set: ReportSet }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const queryClient = useQueryClient()
  const cancelling = useMutation({ mutationFn: () => cancelReportSet(set.id), onSettled: () => queryClient.invalidateQueries(reportSetsQuery) })
  const { progress: { done, of }, seconds_left: seconds } = set
  const left = seconds === undefined ? undefined : seconds < minute ? t('reportSet.secondsLeft', { seconds }) : t('reportSet.minutesLeft', { minutes: Math.ceil(seconds / minute) })
  return (
    <div className={classes['setWork']}>
      <div className={classes['setLine']}>
        <output>{[set.state === 'waiting' ? t('reportSet.waiting') : t('reportSet.progress', { done, of }), left].filter(Boolean).join(', ')}</output>
        <Button variant="default" size="compact-md" loading={cancelling.isPending} onClick={() => cancelling.mutate()}>{t('reportSet.cancel')}</Button>
      </div>
      <Progress value={(done / of) * hundred} aria-label={t('reportSet.progressLabel')} transitionDuration={0} />
      <p className={classes['quiet']}>{t('reportSet.goesOn')}</p>
      {cancelling.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(cancelling.error))}</Alert>}
    </div>
  )
}

const minute = 60
const hundred = 100

const SetEnd = ({ set }: { readonly set: ReportSet }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (set.state === 'cancelled') return <div className={classes['setWork']}><StateBadge color="gray">{t('reportSet.cancelled')}</StateBadge></div>
  if (set.state === 'failed') return <div className={classes['setWork']}><StateBadge color="red">{t('reportSet.failed')}</StateBadge>{set.failure && <p>{read(set.failure)}</p>}</div>
  return (
    <div className={classes['setWork']}>
      <DownloadButton path={reportSetFile(set.id)}>{t('reportSet.download', { count: set.progress.of })}</DownloadButton>
      <p className={classes['quiet']}>{t('reportSet.keptUntil', { day: formatDay(set.kept_until) })}</p>
    </div>
  )
}
