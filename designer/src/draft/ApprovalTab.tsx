import { Alert, Loader, Title } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type { Gate } from '../api/contract.ts'
import { acknowledge, gateQuery } from '../api/draft-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatInstant } from '../ui/day-text.ts'
import { ApprovalSteps } from './ApprovalSteps.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './draft.module.css'
import { ImpactOfVersion } from '../impact/ImpactOfVersion.tsx'
import { GateItemCard } from './GateItemCard.tsx'

/** The gate in full, the steps that can be taken now, and what happened so far. */
export const ApprovalTab = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const queryClient = useQueryClient()
  const { draft, state: { save } } = useDraft()
  const query = gateQuery(draft.id, save.version)
  const gate = useQuery({ ...query, placeholderData: (previous) => previous })
  const acknowledging = useMutation({
    mutationFn: ({ item, subjects }: { readonly item: string; readonly subjects: readonly string[] }) => acknowledge(draft.id, save.version, item, subjects),
    onSuccess: (next: Gate) => queryClient.setQueryData(query.queryKey, next),
  })
  const arrived = gate.data !== undefined
  useEffect(() => {
    if (arrived) document.getElementById(window.location.hash.slice(1))?.scrollIntoView({ block: 'start' })
  }, [arrived])
  const failed = gate.error ?? acknowledging.error
  return (
    <>
      {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
      <ApprovalSteps passed={gate.data?.items.every(({ id, state }) => id === 'approval' || state === 'met') ?? false} />
      <ImpactOfVersion />
      {save.status !== 'saved' && gate.data && <Alert variant="outline" color="yellow" mt="md">{t('gate.stale', { version: gate.data.version })}</Alert>}
      {!gate.data && !failed && <Loader size="sm" mt="md" aria-label={t('gate.judging')} />}
      {gate.data?.items.map((item) => <GateItemCard key={item.id} item={item} pending={acknowledging.isPending} onAcknowledge={(subjects) => acknowledging.mutate({ item: item.id, subjects })} />)}
      <section className={classes['section']}>
        <Title order={2}>{t('approval.history')}</Title>
        <ol className={classes['events']}>
          {draft.events.map(({ kind, person, at, version, reason }) => (
            <li key={`${at} ${kind}`}>
              {t(`approval.event.${kind as EventKind}`)} <span className={classes['quiet']}>{t('approval.eventLine', { person: person.name, at: formatInstant(at), version })}</span>
              {reason && <div>{reason}</div>}
            </li>
          ))}
        </ol>
      </section>
    </>
  )
}

type EventKind = 'created' | 'sent' | 'returned' | 'recalled' | 'approved' | 'approval_voided' | 'published' | 'discarded'
