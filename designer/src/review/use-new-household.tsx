import { Button, Group, Modal, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { unitsQuery } from '../api/people-api.ts'
import { useReferenceDate } from '../app/reference-date.ts'
import { foundByTyping } from '../forms/found-by-typing.ts'

interface NewHouseholdOptions {
  /** False where nothing can be started, or by this person. */
  readonly canStart: boolean
  readonly starting: boolean
  /** Starts the review; with the code of the commune where the person works above communes. */
  readonly onStart: (commune?: string) => void
}

/** Starting the review of a household met for the first time: what buttons do, and the dialog in which who works for several communes says in which. */
export const useNewHousehold = ({ canStart, starting, onStart }: NewHouseholdOptions): { readonly ready: boolean; readonly start: () => void; readonly dialog: ReactNode } => {
  const { t } = useTranslation()
  const { at } = useReferenceDate()
  const units = useQuery({ ...unitsQuery(at), enabled: canStart })
  const communes = (units.data ?? []).filter(({ kind }) => kind === 'commune')
  const [opened, { open, close }] = useDisclosure()
  return {
    ready: canStart && units.data !== undefined,
    start: () => (communes.length > 1 ? open() : onStart()),
    dialog: (
      <Modal opened={opened} onClose={close} title={t('households.newWhere')} closeButtonProps={{ 'aria-label': t('close') }}>
        <CommuneChoice communes={communes.map(({ code, name, parents }) => ({ value: code, label: [name, parents[0]].filter(Boolean).join(', ') }))} starting={starting} onStart={onStart} onClose={close} />
      </Modal>
    ),
  }
}

interface CommuneChoiceProps {
  readonly communes: readonly { readonly value: string; readonly label: string }[]
  readonly starting: boolean
  readonly onStart: (commune: string) => void
  readonly onClose: () => void
}

const CommuneChoice = ({ communes, starting, onStart, onClose }: CommuneChoiceProps) => {
  const { t } = useTranslation()
  const [commune, setCommune] = useState<string | null>(null)
  return (
    <form onSubmit={(event) => {
      event.preventDefault()
      if (commune !== null) onStart(commune)
    }}>
      <Select
        label={t('households.commune')}
        data={communes}
        value={commune}
        onChange={setCommune}
        {...foundByTyping}
        placeholder={t('form.choose')}
        nothingFoundMessage={t('form.nothingFound')}
        data-autofocus
      />
      <Group justify="flex-end" gap="sm" mt="md">
        <Button variant="default" onClick={onClose}>{t('households.newCancel')}</Button>
        <Button type="submit" disabled={commune === null} loading={starting}>{t('households.newHere')}</Button>
      </Group>
    </form>
  )
}
