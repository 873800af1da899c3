import { Table, TextInput } from '@mantine/core'
import { momentOfCase, pieceTitle, writeCaseResult, type Assembly, type CaseDocument } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import policies from '../policies/policies.module.css'
import { formatDay } from '../ui/day-text.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { matchesSearch } from '../ui/search-text.ts'
import { ElementLink } from './ElementLink.tsx'

/** More rows than these nobody reads; the search narrows them. */
const mostShown = 200

/** The worked cases of a release with what each expects. */
export const CasesList = ({ assembly }: { readonly assembly: Assembly }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [search, setSearch] = useState('')
  const { cases } = assembly.release
  if (cases.length === 0) return <EmptyList title={t('cases.empty')} text={t('cases.emptyText')} />
  const found = cases.filter(({ title }) => matchesSearch(read(title), search))
  const expected = ({ expect }: CaseDocument): string => Object.entries(expect)
    .map(([name, result]) => `${read(pieceTitle(assembly, name))}: ${typeof result === 'object' ? t('element.ofEachMember') : read(writeCaseResult(assembly, name, result))}`).join('; ')
  return (
    <>
      <TextInput label={t('cases.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={320} mb="sm" type="search" />
      <output>{t('cases.count', { count: found.length })}{found.length > mostShown && ` ${t('cases.shown', { count: mostShown })}`}</output>
      <Table className={policies['cards'] ?? ''} mt="sm">
        <Table.Thead><Table.Tr><Table.Th w="45%">{t('cases.case')}</Table.Th><Table.Th>{t('case.day')}</Table.Th><Table.Th>{t('case.expected')}</Table.Th></Table.Tr></Table.Thead>
        <Table.Tbody>
          {found.slice(0, mostShown).map((each) => (
            <Table.Tr key={each.id}>
              <Table.Td className={policies['name'] ?? ''}><ElementLink element={{ kind: 'case', id: each.id }}>{read(each.title)}</ElementLink></Table.Td>
              <Table.Td data-label={t('case.day')}>{formatDay(momentOfCase(each).law_at)}</Table.Td>
              <Table.Td data-label={t('case.expected')}>{expected(each)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
