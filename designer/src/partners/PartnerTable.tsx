import { Button, Group, Table } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Partner } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import policies from '../policies/policies.module.css'
import { formatDay, formatInstant } from '../ui/day-text.ts'
import { StateBadge } from '../ui/StateBadge.tsx'

interface PartnerTableProps {
  readonly partners: readonly Partner[]
  /** Titles of the programmes there are, by their ids. */
  readonly titles: ReadonlyMap<string, string>
  readonly onChange: (partner: Partner) => void
  readonly onRevoke: (partner: Partner) => void
}

const stateColors = { active: 'green', over: 'yellow', revoked: 'red' } as const

/** Partners with what they may ask, how their key begins and when it was used last. */
export const PartnerTable = ({ partners, titles, onChange, onRevoke }: PartnerTableProps) => {
  const { t } = useTranslation()
  return (
    <Table className={policies['cards'] ?? ''}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t('partners.name')}</Table.Th><Table.Th>{t('partners.purpose')}</Table.Th><Table.Th>{t('partners.unit')}</Table.Th><Table.Th>{t('partners.limits')}</Table.Th><Table.Th>{t('partners.key')}</Table.Th><Table.Th>{t('partners.use')}</Table.Th><Table.Th>{t('partners.state')}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>{partners.map((partner) => <PartnerRow key={partner.id} partner={partner} titles={titles} onChange={() => onChange(partner)} onRevoke={() => onRevoke(partner)} />)}</Table.Tbody>
    </Table>
  )
}

interface PartnerRowProps extends Pick<PartnerTableProps, 'titles'> {
  readonly partner: Partner
  readonly onChange: () => void
  readonly onRevoke: () => void
}

const PartnerRow = ({ partner, titles, onChange, onRevoke }: PartnerRowProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { name, purpose, unit, programmes, requests_per_minute: minute, households_per_day: day, valid_to: to, key_start: key, used_at: used, households_today: today, state } = partner
  const count = (number: number): string => new Intl.NumberFormat(language === 'vi' ? 'vi-VN' : 'en-GB').format(number)
  return (
    <Table.Tr>
      <Table.Td className={policies['name'] ?? ''}>{name}</Table.Td>
      <Table.Td data-label={t('partners.purpose')}>{purpose}</Table.Td>
      <Table.Td data-label={t('partners.unit')}>{unit.name}</Table.Td>
      <Table.Td data-label={t('partners.limits')}>{programmes.map((programme) => titles.get(programme) ?? programme).join(', ')}<br />{t('partners.limitsText', { minute: count(minute), day: count(day), to: formatDay(to) })}</Table.Td>
      <Table.Td data-label={t('partners.key')}><code>{key}…</code></Table.Td>
      <Table.Td data-label={t('partners.use')}>{used === undefined ? t('partners.never') : <>{formatInstant(used)}<br />{t('partners.today', { count: today })}</>}</Table.Td>
      <Table.Td data-label={t('partners.state')}>
        <Group gap="xs" display="inline-flex">
          <StateBadge color={stateColors[state]}>{t(`partners.state.${state}`)}</StateBadge>
          {state !== 'revoked' && <Button size="compact-sm" variant="default" onClick={onChange} aria-label={t('partners.changeOf', { name })}>{t('partners.change')}</Button>}
          {state === 'active' && <Button size="compact-sm" variant="default" onClick={onRevoke} aria-label={t('partners.revokeOf', { name })}>{t('partners.revoke')}</Button>}
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}
