import { Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'

interface ReasonDialogProps {
  readonly title: string
  readonly text?: string | undefined
  readonly action: string
  readonly required: boolean
  readonly pending: boolean
  readonly onSubmit: (reason: string) => void
  readonly onClose: () => void
}

/** Asks for the reason of a step before it is taken. */
export const ReasonDialog = ({ title, text, action, required, pending, onSubmit, onClose }: ReasonDialogProps) => {
  const { t } = useTranslation()
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const lacking = required && reason.trim() === ''
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!lacking) onSubmit(reason.trim())
  }
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {text && <Text>{text}</Text>}
          <Textarea label={t('approval.reason')} value={reason} onChange={(event) => setReason(event.currentTarget.value)} error={tried && lacking && t('approval.reasonMissing')} maxLength={4000} autosize minRows={2} required={required} data-autofocus />
          <Group justify="flex-end" gap="sm">
            <Button variant="default" onClick={onClose}>{t('comment.cancel')}</Button>
            <Button type="submit" loading={pending}>{action}</Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
