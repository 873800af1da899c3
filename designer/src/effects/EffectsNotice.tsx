import { Alert, Button, Checkbox, Loader, Table } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { EffectList } from '../api/contract.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import policies from '../policies/policies.module.css'
import { formatDay } from '../ui/day-text.ts'
import { useEffectText } from './use-effect-text.ts'
import type { Effects } from './use-effects.ts'

interface EffectsNoticeProps {
  readonly effects: Effects
  /** The person wanted to go on without having looked. */
  readonly demanded: boolean
}

/** Which stored decisions would come out otherwise: what must be looked at before a publication. They stay as they are. */
export const EffectsNotice = ({ effects: { list, problem, pending, looked, look, showMore }, demanded }: EffectsNoticeProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (problem) return <Alert color="red" variant="outline" role="alert">{read(detailOf(problem))}</Alert>
  if (pending || !list) return <output><Loader size={14} mr="sm" aria-hidden />{t('effects.judging')}</output>
  if (list.differing === 0) return <output>{t('effects.none', { count: list.checked })}</output>
  return (
    <Alert color="yellow" variant="outline" title={t('effects.title', { count: list.differing, checked: list.checked })}>
      <p>{t('effects.text')}</p>
      <EffectTable list={list} />
      {list.decisions.length < list.differing && <Button mt="sm" size="compact-sm" variant="default" onClick={showMore}>{t('effects.more', { count: list.differing - list.decisions.length })}</Button>}
      <Checkbox mt="md" label={t('effects.looked')} checked={looked} onChange={(event) => look(event.currentTarget.checked)} error={demanded && !looked && t('effects.notLooked')} />
    </Alert>
  )
}

const EffectTable = ({ list }: { readonly list: EffectList }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const write = useEffectText()
  return (
    <Table className={policies['cards'] ?? ''}>
      <Table.Thead>
        <Table.Tr><Table.Th>{t('households.household')}</Table.Th><Table.Th>{t('effects.commune')}</Table.Th><Table.Th>{t('effects.day')}</Table.Th><Table.Th>{t('effects.change')}</Table.Th></Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {list.decisions.map(({ decision, submission, label, unit, law_at: at, changes, problem }) => (
          <Table.Tr key={decision}>
            <Table.Td className={policies['name'] ?? ''}><Link to="/submissions/$id" params={{ id: submission }} target="_blank" className={policies['link'] ?? ''}>{label || t('households.unnamed')}</Link></Table.Td>
            <Table.Td data-label={t('effects.commune')}>{unit.name}</Table.Td>
            <Table.Td data-label={t('effects.day')}>{formatDay(at)}</Table.Td>
            <Table.Td>{problem ? read(problem) : changes.map((change) => <div key={`${change.layer} ${change.id} ${change.member?.id ?? ''}`}>{write(change)}</div>)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
