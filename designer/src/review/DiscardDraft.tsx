import { Button, Group, Modal, Text } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { Submission } from '../api/contract.ts'
import { detailOf } from '../api/problem-error.ts'
import { discardSubmission } from '../api/submission-api.ts'
import { useLanguage } from '../app/use-language.ts'
import type { AnswersAutosave } from './use-autosave.ts'

/** Throws a draft away, once it is said what is lost by it. */
export const DiscardDraft = ({ submission, autosave }: { readonly submission: Submission; readonly autosave: AnswersAutosave }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [opened, { open, close }] = useDisclosure(false)
  const discarding = useMutation({
    mutationFn: async () => {
      await autosave.flush()
      await discardSubmission(submission.id)
    },
    onSuccess: async () => {
      autosave.adopt(submission)
      await queryClient.invalidateQueries({ queryKey: ['households'] })
      await navigate({ to: '/households' })
      queryClient.removeQueries({ queryKey: ['submission', submission.id] })
    },
  })
  return (
    <>
      <Button variant="subtle" size="compact-md" onClick={open}>{t('discard.open')}</Button>
      <Modal opened={opened} onClose={close} title={t('discard.title')} closeButtonProps={{ 'aria-label': t('close') }}>
        <Text mb="md">{t('discard.text')}</Text>
        {discarding.error && <Text role="alert" c="var(--error)" mb="md">{read(detailOf(discarding.error))}</Text>}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={close} data-autofocus>{t('discard.keep')}</Button>
          <Button color="red" onClick={() => discarding.mutate()} loading={discarding.isPending}>{t('discard.confirm')}</Button>
        </Group>
      </Modal>
    </>
  )
}
