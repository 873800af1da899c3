import { ActionIcon, Button, Group, NativeSelect, Table, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconTrash } from '@tabler/icons-react'
import type { ListEntry, Tone } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { CommitInput } from '../ui/CommitInput.tsx'
import { formatDay } from '../ui/day-text.ts'
import { DayInput } from '../ui/DayInput.tsx'
import { ValueBadge } from '../ui/ValueBadge.tsx'
import { useDraft } from '../editor-store/draft-context.ts'

const tones: readonly Tone[] = ['red', 'orange', 'yellow', 'green', 'teal', 'blue', 'grey']

interface PublishedEntryRowProps {
  readonly entry: ListEntry
  /** The last day of use this draft gives it. */
  readonly ended: string | undefined
  /** Told its last day of use, or that it stays in use. */
  readonly onEnd: (day: string | undefined) => void
}

/** An entry that is published: its words stand; this draft can end its use. */
export const PublishedEntryRow = ({ entry: { code, title, tone, valid_to: over }, ended, onEnd }: PublishedEntryRowProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { today, state: { document } } = useDraft()
  const name = read(title)
  return (
    <Table.Tr>
      <Table.Td>{title.vi}</Table.Td>
      <Table.Td data-label={t('list.entryEn')}>{title.en}</Table.Td>
      <Table.Td data-label={t('list.code')}>{code}</Table.Td>
      <Table.Td data-label={t('list.colour')}>{tone && <ValueBadge tone={tone}>{t(`tone.${tone}`)}</ValueBadge>}</Table.Td>
      <Table.Td>
        {over !== undefined && t('list.usedUntil', { day: formatDay(over) })}
        {over === undefined && ended === undefined && <Button size="compact-sm" variant="default" aria-label={t('list.endOf', { title: name })} onClick={() => onEnd(document.valid_from ?? today)}>{t('list.end')}</Button>}
        {over === undefined && ended !== undefined && (
          <Group gap="sm" align="flex-end" wrap="nowrap">
            <DayInput label={t('list.lastDay')} aria-label={t('list.lastDayOf', { title: name })} day={ended} onDay={onEnd} w={128} />
            <Button size="compact-sm" variant="subtle" aria-label={t('list.keepOf', { title: name })} onClick={() => onEnd(undefined)}>{t('list.keep')}</Button>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  )
}

interface OwnEntryRowProps {
  readonly entry: ListEntry
  readonly onChange: (entry: ListEntry) => void
  readonly onRemove: () => void
  /** Absent at the end of the list. */
  readonly onUp: (() => void) | undefined
  readonly onDown: (() => void) | undefined
}

/** An entry this draft brings: free until it is published, but for its code. */
export const OwnEntryRow = ({ entry, onChange, onRemove, onUp, onDown }: OwnEntryRowProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { code, title, tone, ...rest } = entry
  const name = read(title)
  return (
    <Table.Tr>
      <Table.Td><CommitInput component={TextInput} aria-label={t('list.entryViOf', { title: name })} value={title.vi} onCommit={(vi) => vi !== '' && onChange({ ...entry, title: { ...title, vi } })} maxLength={300} /></Table.Td>
      <Table.Td><CommitInput component={TextInput} aria-label={t('list.entryEnOf', { title: name })} value={title.en} onCommit={(en) => en !== '' && onChange({ ...entry, title: { ...title, en } })} maxLength={300} /></Table.Td>
      <Table.Td data-label={t('list.code')}>{code}</Table.Td>
      <Table.Td><ToneSelect label={t('list.colourOf', { title: name })} tone={tone} onTone={(next) => onChange({ code, title, ...(next && { tone: next }), ...rest })} /></Table.Td>
      <Table.Td>
        <Group gap={4} wrap="nowrap">
          <ActionIcon variant="default" size={36} aria-label={t('list.up', { title: name })} disabled={!onUp} onClick={onUp}><IconArrowUp size={16} aria-hidden /></ActionIcon>
          <ActionIcon variant="default" size={36} aria-label={t('list.down', { title: name })} disabled={!onDown} onClick={onDown}><IconArrowDown size={16} aria-hidden /></ActionIcon>
          <ActionIcon variant="default" size={36} aria-label={t('list.removeEntry', { title: name })} onClick={onRemove}><IconTrash size={16} aria-hidden /></ActionIcon>
        </Group>
      </Table.Td>
    </Table.Tr>
  )
}

interface ToneSelectProps {
  readonly label: string
  readonly tone: Tone | undefined
  readonly onTone: (tone: Tone | undefined) => void
}

const ToneSelect = ({ label, tone, onTone }: ToneSelectProps) => {
  const { t } = useTranslation()
  return (
    <NativeSelect
      aria-label={label}
      value={tone ?? ''}
      onChange={(event) => onTone(tones.find((each) => each === event.currentTarget.value))}
      data={[{ value: '', label: t('tone.none') }, ...tones.map((each) => ({ value: each, label: t(`tone.${each}`) }))]}
      miw={104}
    />
  )
}
