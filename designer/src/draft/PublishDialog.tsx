import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Publishing } from '../api/contract.ts'
import { draftEffectsQuery } from '../api/effect-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { EffectsNotice } from '../effects/EffectsNotice.tsx'
import { useEffects } from '../effects/use-effects.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import { PublishedDays } from './PublishedDays.tsx'

interface PublishDialogProps {
  readonly pending: boolean
  readonly problem: Error | null
  readonly onSubmit: (publication: Omit<Publishing, 'version'>) => void
  readonly onClose: () => void
}

/** From which day, until when, and why: the last question before a release is law. */
export const PublishDialog = ({ pending, problem, onSubmit, onClose }: PublishDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, state: { document }, today } = useDraft()
  const [from, setFrom] = useState(document.valid_from ?? today)
  const [reason, setReason] = useState('')
  const [unreadable, setUnreadable] = useState<string>()
  const [tried, setTried] = useState(false)
  const lacking = reason.trim() === ''
  const days = { valid_from: from, ...(document.valid_to !== undefined && { valid_to: document.valid_to }) }
  const effects = useEffects((limit) => draftEffectsQuery(draft.id, days, limit), unreadable === undefined)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!lacking && unreadable === undefined && effects.settled) onSubmit({ ...days, reason: reason.trim(), ...(effects.seen !== undefined && { seen: effects.seen }) })
  }
  return (
    <Modal opened onClose={onClose} size="lg" title={t('approval.publishTitle')} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <Text>{t('approval.publishText')}</Text>
          <DayInput label={t('approval.from')} day={from} onDay={setFrom} onUnreadable={setUnreadable} />
          {unreadable === undefined && <PublishedDays from={from} to={document.valid_to} />}
          {from < today && <Text>{t('approval.past')}</Text>}
          {unreadable === undefined && <EffectsNotice effects={effects} demanded={tried} />}
          <Textarea label={t('approval.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={tried && lacking && t('approval.reasonMissing')} maxLength={4000} autosize minRows={2} required />
          {problem && <Alert color="red" variant="outline" role="alert">{read(detailOf(problem))}</Alert>}
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('comment.cancel')}</Button>
            <Button type="submit" loading={pending}>{t('approval.publish')}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
