import { Chip, Group, Table, TextInput, Title } from '@mantine/core'
import { formatUnit, kindPhrase, usageOf, type AssembledField, type Assembly, type CodeList, type Text, type Use } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import policies from '../policies/policies.module.css'
import { matchesSearch } from '../ui/search-text.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { elementKinds } from './element.ts'
import { ElementLink } from './ElementLink.tsx'
import classes from './elements.module.css'
import { kindOfField } from './field-kind.ts'

interface DictionaryListsProps {
  readonly assembly: Assembly
  /** Whether a draft brings it, where one is shown. */
  readonly isAdded?: ((kind: 'field' | 'list', id: string) => boolean) | undefined
}

type Place = 'household' | 'members' | 'unit'

/** Every question and code list, with how often this release uses each; the unused are marked and can be shown alone. */
export const DictionaryLists = ({ assembly, isAdded = () => false }: DictionaryListsProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const usage = useMemo(() => usageOf(assembly), [assembly])
  const [search, setSearch] = useState('')
  const [unusedOnly, setUnusedOnly] = useState(false)
  const usesOfField = (id: string): readonly Use[] => usage.facts.get(id) ?? []
  const usesOfList = (id: string): readonly Use[] => usage.lists.get(id) ?? []
  const byTitle = (a: Text, b: Text): number => read(a).localeCompare(read(b), language)
  const fields = [...assembly.fields.values()].filter(({ id, place, schema }) =>
    place !== 'history' && matchesSearch(read(schema['x-label']), search) && !(unusedOnly && usesOfField(id).length > 0)).toSorted((a, b) => byTitle(a.schema['x-label'], b.schema['x-label']))
  const lists = [...assembly.lists.values()].filter(({ id, title, entries }) =>
    matchesSearch(`${read(title)} ${entries.map((entry) => read(entry.title)).join(' ')}`, search) && !(unusedOnly && usesOfList(id).length > 0)).toSorted((a, b) => byTitle(a.title, b.title))
  return (
    <>
      <Group gap="sm" align="flex-end" mb="md">
        <TextInput label={t('dictionary.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} w={320} maw="100%" type="search" />
        <Chip size="sm" radius="sm" variant="outline" checked={unusedOnly} onChange={setUnusedOnly}>{t('dictionary.unusedOnly')}</Chip>
      </Group>
      {fields.length > 0 && <FieldTable fields={fields} usesOf={usesOfField} isAdded={(id) => isAdded('field', id)} />}
      {lists.length > 0 && <ListTable lists={lists} usesOf={usesOfList} isAdded={(id) => isAdded('list', id)} />}
      {fields.length === 0 && lists.length === 0 && <output>{t('dictionary.noneFound')}</output>}
    </>
  )
}

interface Rows {
  readonly usesOf: (id: string) => readonly Use[]
  readonly isAdded: (id: string) => boolean
}

const FieldTable = ({ fields, usesOf, isAdded }: Rows & { readonly fields: readonly AssembledField[] }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  return (
    <>
      <Title order={2}>{t('dictionary.fields')} ({fields.length})</Title>
      <Table className={policies['cards'] ?? ''} mt="sm" mb="lg">
        <Table.Thead>
          <Table.Tr><Table.Th w="40%">{t('dictionary.field')}</Table.Th><Table.Th>{t('dictionary.place')}</Table.Th><Table.Th>{t('dictionary.kind')}</Table.Th><Table.Th>{t('element.usedBy')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {fields.map(({ id, place, schema }) => (
            <Table.Tr key={id}>
              <Table.Td className={policies['name'] ?? ''}><ElementLink element={{ kind: 'field', id }}>{read(schema['x-label'])}</ElementLink> {isAdded(id) && <StateBadge color="teal">{t('dictionary.added')}</StateBadge>}</Table.Td>
              <Table.Td data-label={t('dictionary.place')}>{t(`dictionary.place.${place as Place}`)}</Table.Td>
              <Table.Td data-label={t('dictionary.kind')}>{schema['x-kind'] ? read(kindPhrase(schema['x-kind'])) : t(`dictionary.kind.${kindOfField(schema)}`)}{schema['x-unit'] ? ` (${formatUnit(schema['x-unit'], language).trim()})` : ''}</Table.Td>
              <Table.Td data-label={t('element.usedBy')}><UseCounts uses={usesOf(id)} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** So many entries are named in the list of lists. */
const named = 4

const ListTable = ({ lists, usesOf, isAdded }: Rows & { readonly lists: readonly CodeList[] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <>
      <Title order={2}>{t('dictionary.lists')} ({lists.length})</Title>
      <Table className={policies['cards'] ?? ''} mt="sm">
        <Table.Thead>
          <Table.Tr><Table.Th w="25%">{t('dictionary.list')}</Table.Th><Table.Th>{t('list.entries')}</Table.Th><Table.Th w="25%">{t('element.usedBy')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lists.map(({ id, title, entries }) => (
            <Table.Tr key={id}>
              <Table.Td className={policies['name'] ?? ''}><ElementLink element={{ kind: 'list', id }}>{read(title)}</ElementLink> {isAdded(id) && <StateBadge color="teal">{t('dictionary.added')}</StateBadge>}</Table.Td>
              <Table.Td data-label={t('list.entries')}>{entries.slice(0, named).map((entry) => read(entry.title)).join(', ')}{entries.length > named && ` ${t('list.more', { count: entries.length - named })}`}</Table.Td>
              <Table.Td data-label={t('element.usedBy')}><UseCounts uses={usesOf(id)} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}

/** How often something is used, by kind; or the mark that nothing uses it. */
export const UseCounts = ({ uses }: { readonly uses: readonly Use[] }) => {
  const { t } = useTranslation()
  if (uses.length === 0) return <span className={classes['quiet']}>{t('dictionary.unusedOnly')}</span>
  const counts = elementKinds.flatMap((kind) => {
    const count = uses.filter((use) => use.kind === kind).length
    return count === 0 ? [] : [t(`element.count.${kind}`, { count })]
  })
  return <span className={classes['quiet']}>{counts.join(' · ')}</span>
}
