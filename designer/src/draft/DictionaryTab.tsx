import { Button, Table, TextInput, Title } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { formatUnit, usageOf, type AssembledField, type FieldSchema } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import policies from '../policies/policies.module.css'
import { matchesSearch } from '../ui/search-text.ts'
import { StateBadge } from '../ui/StateBadge.tsx'
import { useDraft } from './draft-context.ts'
import classes from './draft.module.css'
import { FieldDialog } from './FieldDialog.tsx'

type Place = 'household' | 'members' | 'unit'

/** What all programmes share – questions and code lists – with where this release uses each, and what the draft adds. */
export const DictionaryTab = () => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly, editor, state: { document: { additions } }, writable } = useDraft()
  const usage = useMemo(() => usageOf(assembly), [assembly])
  const [search, setSearch] = useState('')
  const [adding, setAdding] = useState(false)
  const fields = [...assembly.fields.values()].filter(({ id, schema }) => matchesSearch(`${read(schema['x-label'])} ${id}`, search))
  const lists = [...assembly.lists.values()].filter(({ title, entries }) => matchesSearch(`${read(title)} ${entries.map((entry) => read(entry.title)).join(' ')}`, search))
  const isAdded = ({ place, id }: AssembledField): boolean => place !== 'history' && Object.hasOwn(additions.fields[place], id)
  const usesOf = (id: string): string => {
    const uses = usage.facts.get(id) ?? []
    return uses.length === 0 ? t('dictionary.unused') : t('dictionary.usedBy', { places: uses.map(({ title }) => read(title)).join('; ') })
  }
  return (
    <>
      <p className={classes['quiet']}>{t('dictionary.shared')}</p>
      {writable && <Button variant="default" mb="md" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>{t('dictionary.add')}</Button>}
      <TextInput label={t('dictionary.search')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} maw={320} mb="md" type="search" />
      <Title order={2}>{t('dictionary.fields')}</Title>
      <Table className={policies['cards'] ?? ''} mt="sm">
        <Table.Tbody>
          {fields.map((field) => (
            <Table.Tr key={field.id}>
              <Table.Td className={policies['name'] ?? ''}>
                {read(field.schema['x-label'])}{' '}
                {isAdded(field) && <StateBadge color="yellow">{t('dictionary.added')}</StateBadge>}
                {isAdded(field) && writable && <Button size="compact-sm" variant="subtle" color="red" onClick={() => editor.perform({ name: 'field.remove', args: { place: field.place as Place, id: field.id } })}>{t('dictionary.remove')}</Button>}
              </Table.Td>
              <Table.Td>{t(`dictionary.place.${field.place as Place}`)}</Table.Td>
              <Table.Td>{t(`dictionary.kind.${kindOf(field.schema)}`)}{field.schema['x-unit'] ? ` (${formatUnit(field.schema['x-unit'], language).trim()})` : ''}</Table.Td>
              <Table.Td className={classes['quiet'] ?? ''}>{usesOf(field.id)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Title order={2} mt="lg">{t('dictionary.lists')}</Title>
      <Table className={policies['cards'] ?? ''} mt="sm">
        <Table.Tbody>
          {lists.map((list) => (
            <Table.Tr key={list.id}>
              <Table.Td className={policies['name'] ?? ''}>{read(list.title)}</Table.Td>
              <Table.Td>{t('dictionary.entries', { count: list.entries.length })}</Table.Td>
              <Table.Td>{list.entries.map((entry) => read(entry.title)).join(', ')}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {fields.length === 0 && lists.length === 0 && <output>{t('dictionary.noneFound')}</output>}
      {adding && (
        <FieldDialog
          onApply={(place, id, field) => {
            editor.perform({ name: 'field.put', args: { place, id, field } })
            setAdding(false)
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  )
}

const kindOf = ({ type, format, 'x-list': list }: FieldSchema): 'boolean' | 'integer' | 'number' | 'choice' | 'choices' | 'date' | 'text' => {
  if (type === 'boolean' || type === 'integer' || type === 'number') return type
  if (type === 'array') return 'choices'
  if (format === 'date' || format === 'partial-date') return 'date'
  return list === undefined ? 'text' : 'choice'
}
