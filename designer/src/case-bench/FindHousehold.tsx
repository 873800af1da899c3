import { Alert, Button, Group, Loader, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { RegisterCase } from '../api/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { copyHousehold } from '../api/case-api.ts'
import { householdsQuery } from '../api/household-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ListSearch } from '../lists/ListSearch.tsx'
import { writeCount } from '../lists/use-list-number.ts'
import { DayInput } from '../ui/DayInput.tsx'
import classes from './case-bench.module.css'

/** So many are shown; more words narrow the rest. */
const mostFound = 12

/** Finds a household of one's own area and copies it as of a day. Who it is stays on the server. */
export const FindHousehold = ({ onTaken }: { readonly onTaken: (taken: RegisterCase) => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, state: { document }, today } = useDraft()
  const [search, setSearch] = useState('')
  const [at, setAt] = useState(document.valid_from ?? today)
  const copying = useMutation({ mutationFn: (household: string) => copyHousehold(draft.id, { household, at }), onSuccess: onTaken })
  return (
    <>
      <Text>{t('bench.fromRegisterText')}</Text>
      <Group gap="sm" align="flex-end">
        <DayInput label={t('bench.day')} day={at} onDay={setAt} w={168} />
        <ListSearch label={t('households.search')} placeholder={t('bench.findHousehold')} value={search} onChange={setSearch} />
      </Group>
      {copying.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(copying.error))}</Alert>}
      <Found search={search} pending={copying.isPending} onTake={(household) => copying.mutate(household)} />
    </>
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
  const { language, read } = useLanguage()
  const found = useQuery({ ...householdsQuery({ programme: draft.programme, search: search === '' ? undefined : search, offset: 0, limit: mostFound, counted: true }), placeholderData: (previous) => previous })
  if (found.error) return <Alert color="red" variant="outline" role="alert">{read(detailOf(found.error))}</Alert>
  if (!found.data) return <Loader size="sm" aria-label={t('loading')} />
  const { items, total = 0 } = found.data
  return (
    <>
      <output className={classes['quiet']}>{total === 0 ? t('bench.noHousehold') : t('bench.households', { count: total, number: writeCount(total, language) })}{total > items.length && ` ${t('bench.householdsShown', { count: items.length })}`}</output>
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
