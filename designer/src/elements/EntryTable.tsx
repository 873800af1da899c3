import { Table } from '@mantine/core'
import type { CodeList } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { ValueBadge } from '../ui/ValueBadge.tsx'

/** The answers of a code list in their order, with the last day of those no longer in use. */
export const EntryTable = ({ list }: { readonly list: CodeList }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <Table maw={720}>
      <Table.Thead><Table.Tr><Table.Th>{t('list.entry')}</Table.Th><Table.Th>{t('list.code')}</Table.Th><Table.Th>{t('list.lastDay')}</Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {list.entries.map(({ code, title, tone, valid_to: last }) => (
          <Table.Tr key={code}>
            <Table.Td>{tone ? <ValueBadge tone={tone}>{read(title)}</ValueBadge> : read(title)}</Table.Td>
            <Table.Td>{code}</Table.Td>
            <Table.Td>{last === undefined ? t('list.inUse') : formatDay(last)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}
