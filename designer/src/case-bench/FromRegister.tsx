import { Alert, Button, Group, Loader, Modal, Stack, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyHousehold } from '../api/case-api.ts'
import { householdsQuery } from '../api/household-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ListSearch } from '../lists/ListSearch.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { randomId } from '../ui/random-id.ts'
import classes from './case-bench.module.css'
import { useCaseActions } from './use-case-actions.ts'

/** So many are shown; more words narrow the rest. */
const mostFound = 12

const title = { vi: 'Hộ lấy từ sổ', en: 'Household of the register' }

/** Takes a household of one's own area as a case. Who it is stays on the server. */
export const FromRegister = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, assembly, state: { document }, today } = useDraft()
  const { insert } = useCaseActions()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(document.valid_from ?? today)
  const copying = useMutation({ mutationFn: (household: string) => copyHousehold(draft.id, { household, at }) })
  const taken = copying.data
  const open = (): void => {
    if (taken) insert({ id: randomId(), title, at: taken.at, given: taken.given, expect: {} })
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
          : <>
            <Text>{t('bench.fromRegisterText')}</Text>
            <Group gap="sm" align="flex-end">
              <DayInput label={t('bench.day')} day={at} onDay={setAt} w={168} />
              <ListSearch label={t('households.search')} placeholder={t('bench.findHousehold')} value={search} onChange={setSearch} />
            </Group>
            {copying.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(copying.error))}</Alert>}
            <Found search={search} pending={copying.isPending} onTake={(household) => copying.mutate(household)} />
          </>}
      </Stack>
    </Modal>
  )
}

interface FoundProps {
  readonly search: string
  readonly pending: boolean
  readonly onTake: (household: string) => void
}

/** The households a search finds. */
const Found = ({ search, pending, onTake }: FoundProps) => {
  const { t } = useTranslation()
  const { draft } = useDraft()
  const { read } = useLanguage()
  const found = useQuery({ ...householdsQuery({ programme: draft.programme, search: search === '' ? undefined : search, offset: 0, limit: mostFound, counted: true }), placeholderData: (previous) => previous })
  if (found.error) return <Alert color="red" variant="outline" role="alert">{read(detailOf(found.error))}</Alert>
  if (!found.data) return <Loader size="sm" aria-label={t('loading')} />
  const { items, total = 0 } = found.data
  return (
    <>
      <output className={classes['quiet']}>{total === 0 ? t('bench.noHousehold') : t('bench.households', { count: total })}{total > items.length && ` ${t('bench.householdsShown', { count: items.length })}`}</output>
      <ul className={classes['found']}>
        {items.map(({ id, label, place, unit }) => {
          const name = label || t('bench.unnamedHousehold')
          return (
            <li key={id}>
              <span>{name} <span className={classes['quiet']}>{[place, unit.name].filter(Boolean).join(' · ')}</span></span>
              <Button variant="default" size="compact-md" disabled={pending} aria-label={t('bench.takeOf', { name })} onClick={() => onTake(id)}>{t('bench.take')}</Button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
