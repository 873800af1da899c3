import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import type { RegisterCase } from '../api/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { randomId } from '../ui/random-id.ts'
import { FindHousehold } from './FindHousehold.tsx'
import { caseOfRegister } from './register-case.ts'
import { useCaseActions } from './use-case-actions.ts'

/** Takes a household of one's own area as a case. Who it is stays on the server. */
export const FromRegister = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly } = useDraft()
  const { insert } = useCaseActions()
  const [taken, setTaken] = useState<RegisterCase>()
  const open = (): void => {
    if (taken) insert(caseOfRegister(randomId(), taken))
    onClose()
  }
  const leftOut = taken?.left_out.flatMap((field) => {
    const label = assembly.fields.get(field)?.schema['x-label']
    return label ? [read(label)] : []
  }) ?? []
  return (
    <Modal opened onClose={onClose} title={t('bench.fromRegister')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <Stack gap="md">
        {taken
          ? <>
            <Text>{t('bench.taken')}</Text>
            {leftOut.length > 0 && <Text c="var(--quiet)">{t('bench.leftOut', { questions: leftOut.join('; ') })}</Text>}
            <Group justify="flex-end"><Button onClick={open} data-autofocus>{t('bench.openTaken')}</Button></Group>
          </>
          : <FindHousehold onTaken={setTaken} />}
      </Stack>
    </Modal>
  )
}
