import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { PublishedDays } from './PublishedDays.tsx'

interface ConfirmStepProps {
  readonly step: 'send' | 'approve'
  readonly pending: boolean
  readonly onConfirm: () => void
  readonly onClose: () => void
}

/** Says what a step does before it is taken: of which version, of which days, and what undoes it. */
export const ConfirmStep = ({ step, pending, onConfirm, onClose }: ConfirmStepProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { state: { document: { release, valid_from: from, valid_to: to }, save } } = useDraft()
  return (
    <Modal opened onClose={onClose} title={t(`approval.${step}Title`)} closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        <Text fw={600}>{t('approval.stepOf', { title: read(release.title), version: save.version })}</Text>
        {read(release.changelog) && <Text>{read(release.changelog)}</Text>}
        <PublishedDays from={from} to={to} />
        <Text>{t(`approval.${step}Text`)}</Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose} data-autofocus>{t('comment.cancel')}</Button>
          <Button loading={pending} onClick={onConfirm}>{t(`approval.${step}`)}</Button>
        </Group>
      </Stack>
    </Modal>
  )
}
