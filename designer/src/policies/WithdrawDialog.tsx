import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { ForceSpan, Scope } from '@tieuchi/runtime'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { withdrawalEffectsQuery } from '../api/effect-api.ts'
import { withdraw } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { EffectsNotice } from '../effects/EffectsNotice.tsx'
import { useEffects } from '../effects/use-effects.ts'
import { formatDay } from '../ui/day-text.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { usePeriodText } from './use-period-text.ts'

/** What is to be taken out of force: a release of a scope, and the days it is in force. */
export interface Withdrawn {
  readonly scope: Scope
  readonly span: ForceSpan
  readonly title: string
}

interface WithdrawDialogProps extends Withdrawn {
  readonly programme: string
  readonly today: string
  readonly onClose: () => void
}

/** Takes a release out of force from a day on; says before what that means, and asks why. */
export const WithdrawDialog = ({ programme, scope, span, title, today, onClose }: WithdrawDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const period = usePeriodText()
  const queryClient = useQueryClient()
  const [from, setFrom] = useState(span.from !== undefined && span.from > today ? span.from : today)
  const [reason, setReason] = useState('')
  const [unreadable, setUnreadable] = useState<string>()
  const [tried, setTried] = useState(false)
  const outside = (span.from !== undefined && from < span.from) || (span.to !== undefined && from > span.to)
  const lacking = reason.trim() === ''
  const days = { valid_from: from, ...(span.to !== undefined && { valid_to: span.to }) }
  const effects = useEffects((limit) => withdrawalEffectsQuery({ programme, scope, ...days }, limit), !outside && unreadable === undefined)
  const withdrawing = useMutation({
    mutationFn: () => withdraw({ programme, scope, ...days, reason: reason.trim(), ...(effects.seen !== undefined && { seen: effects.seen }) }),
    onSuccess: async () => {
      await Promise.all([['timeline'], ['programmes']].map((queryKey) => queryClient.invalidateQueries({ queryKey })))
      onClose()
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!lacking && !outside && unreadable === undefined && effects.settled) withdrawing.mutate()
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={t('withdraw.title', { title })} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <DayInput label={t('withdraw.from')} description={t('withdraw.inForce', { period: period(span) })} day={from} onDay={setFrom} onUnreadable={setUnreadable} />
          {outside
            ? <Alert color="red" variant="outline" role="alert">{t('withdraw.outside', { day: formatDay(from), period: period(span) })}</Alert>
            : <Alert color="yellow" variant="outline" title={t('withdraw.consequence', { period: period({ from, ...(span.to !== undefined && { to: span.to }) }) })}>{t('withdraw.consequenceText')}</Alert>}
          {!outside && from < today && <Text>{t('withdraw.past')}</Text>}
          {!outside && unreadable === undefined && <EffectsNotice effects={effects} demanded={tried} />}
          <Textarea label={t('approval.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={tried && lacking && t('approval.reasonMissing')} maxLength={4000} autosize minRows={2} required data-autofocus />
          {withdrawing.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(withdrawing.error))}</Alert>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('comment.cancel')}</Button>
            <Button type="submit" variant="default" c="var(--error)" loading={withdrawing.isPending}>{t('timeline.withdraw')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
