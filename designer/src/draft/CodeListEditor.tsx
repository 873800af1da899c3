import { Alert, Button, Group, Table, TextInput } from '@mantine/core'
import type { CodeList, ListEntry } from '@tieuchi/runtime'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import policies from '../policies/policies.module.css'
import { CommitInput } from '../ui/CommitInput.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import classes from './draft.module.css'
import { NewEntryForm } from './NewEntryForm.tsx'
import { OwnEntryRow, PublishedEntryRow } from './EntryRows.tsx'

/**
 * A code list being written. Entries that are published keep their words and order for good, since stored answers mean them; they can
 * only be ended. Those a draft adds are free until it is published: words, order, colour, and whether they are there.
 */
export const CodeListEditor = ({ list }: { readonly list: CodeList }) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { common, editor, state: { document: { additions } } } = useDraft()
  const published = common.published.lists.find(({ id }) => id === list.id)
  const own: readonly ListEntry[] = published ? (additions.entries[list.id] ?? []) : list.entries
  const put = (entries: readonly ListEntry[]): void =>
    editor.perform(published ? { name: 'entries.put', args: { list: list.id, entries } } : { name: 'list.put', args: { list: { ...list, entries } } })
  const move = (from: number, to: number): void => {
    const moved = own[from]
    if (moved) put(own.toSpliced(from, 1).toSpliced(to, 0, moved))
  }
  const remove = (): void => {
    editor.perform({ name: 'list.remove', args: { id: list.id } })
    void navigate({ to: '.', search: (search) => ({ ...search, on: undefined }) })
  }
  return (
    <>
      {published
        ? <p className={classes['quiet']}>{t('list.publishedHelp')}</p>
        : (
          <Group gap="md" align="flex-end" mb="md">
            <CommitInput component={TextInput} label={t('list.titleVi')} value={list.title.vi} onCommit={(vi) => editor.perform({ name: 'list.put', args: { list: { ...list, title: { ...list.title, vi } } } })} maxLength={300} w={280} />
            <CommitInput component={TextInput} label={t('list.titleEn')} value={list.title.en} onCommit={(en) => editor.perform({ name: 'list.put', args: { list: { ...list, title: { ...list.title, en } } } })} maxLength={300} w={280} />
            <Button variant="subtle" color="red" c="var(--error)" onClick={remove}>{t('list.remove')}</Button>
          </Group>
        )}
      {list.entries.length === 0
        ? <Alert variant="outline" color="yellow" mb="md">{t('list.noEntries')}</Alert>
        : (
          <Table className={`${policies['cards']} ${classes['entries']}`}>
            <Table.Thead>
              <Table.Tr><Table.Th>{t('list.entryVi')}</Table.Th><Table.Th>{t('list.entryEn')}</Table.Th><Table.Th>{t('list.code')}</Table.Th><Table.Th>{t('list.colour')}</Table.Th><Table.Th>{t('list.use')}</Table.Th></Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {published?.entries.map((entry) => (
                <PublishedEntryRow
                  key={entry.code}
                  entry={entry}
                  ended={additions.ended[list.id]?.[entry.code]}
                  onEnd={(day) => editor.perform({ name: 'entry.end', args: { list: list.id, code: entry.code, ...(day !== undefined && { valid_to: day }) } })}
                />
              ))}
              {own.map((entry, index) => (
                <OwnEntryRow
                  key={entry.code}
                  entry={entry}
                  onChange={(next) => put(own.with(index, next))}
                  onRemove={() => put(own.toSpliced(index, 1))}
                  onUp={index === 0 ? undefined : () => move(index, index - 1)}
                  onDown={index === own.length - 1 ? undefined : () => move(index, index + 1)}
                />
              ))}
            </Table.Tbody>
          </Table>
        )}
      <NewEntryForm taken={(code) => list.entries.some((entry) => entry.code === code)} onAdd={(entry) => put([...own, entry])} />
    </>
  )
}
