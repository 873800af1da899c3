import { Combobox, TextInput, useCombobox } from '@mantine/core'
import { IconPlus, IconSearch } from '@tabler/icons-react'
import { memo, useEffect, useState, type KeyboardEvent, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDragGrip } from '../drag/use-drag-grip.tsx'
import classes from './form-designer.module.css'
import { entryKey, foundEntries, paletteGroups, type PaletteEntry } from './palette-entries.ts'
import { partKind, type DraggedPart } from './part-drag.ts'

interface PaletteProps {
  readonly entries: readonly PaletteEntry[]
  readonly input: Ref<HTMLInputElement>
  readonly onAdd: (entry: PaletteEntry) => void
  /** A question that is in no dictionary yet, with what was typed. */
  readonly onNewQuestion: (label: string) => void
  /** Back to the canvas. */
  readonly onLeave: () => void
}

/** Entries drawn at once; of more one types a word. */
const SHOWN = 150
const NEW = ' new'

/** What can be put into the form: found by a word, taken with Enter, a click or dragged to its place. */
export const Palette = memo(({ entries, input, onAdd, onNewQuestion, onLeave }: PaletteProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const combobox = useCombobox({ opened: true })
  const [search, setSearch] = useState('')
  const titleOf = (entry: PaletteEntry): string => (entry.kind === 'new' ? t(`design.kind.${entry.of}`) : read(entry.title))
  const found = foundEntries(entries, search, titleOf)
  const shown = found.slice(0, SHOWN)
  const take = (value: string): void => {
    const entry = shown.find((each) => entryKey(each) === value)
    if (value === NEW) onNewQuestion(search.trim())
    else if (entry) onAdd(entry)
    setSearch('')
  }
  const { selectFirstOption, resetSelectedOption } = combobox
  useEffect(() => {
    if (search.trim() === '') resetSelectedOption()
    else selectFirstOption()
  }, [search, selectFirstOption, resetSelectedOption])
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    if (search === '') onLeave()
    else setSearch('')
  }
  // What is found comes first, so that Enter takes it.
  const asNew = <Combobox.Option value={NEW} className={classes['entry'] ?? ''}><IconPlus size={16} aria-hidden className={classes['kindIcon']} /><span>{search.trim() === '' ? t('design.newQuestion') : t('design.newQuestionNamed', { label: search.trim() })}</span></Combobox.Option>
  return (
    <Combobox store={combobox} onOptionSubmit={take}>
      <Combobox.EventsTarget withExpandedAttribute>
        <TextInput ref={input} label={t('design.palette')} placeholder={t('design.paletteSearch')} value={search} onChange={(event) => setSearch(event.currentTarget.value)} onKeyDown={onKeyDown} leftSection={<IconSearch size={16} aria-hidden />} maxLength={200} />
      </Combobox.EventsTarget>
      <Combobox.Options className={classes['entries'] ?? ''} aria-label={t('design.palette')}>
        {search.trim() === '' && asNew}
        {paletteGroups.map((group) => {
          const own = shown.filter((entry) => entry.group === group)
          return own.length > 0 && (
            <Combobox.Group key={group} label={t(`design.group.${group}`)}>
              {own.map((entry) => <Entry key={entryKey(entry)} entry={entry} title={titleOf(entry)} />)}
            </Combobox.Group>
          )
        })}
        {search.trim() !== '' && asNew}
        {found.length > SHOWN && <Combobox.Empty>{t('form.moreEntries', { count: found.length - SHOWN })}</Combobox.Empty>}
      </Combobox.Options>
    </Combobox>
  )
})
Palette.displayName = 'Palette'

const Entry = memo(({ entry, title }: { readonly entry: PaletteEntry; readonly title: string }) => {
  const { ref, grip } = useDragGrip(`entry ${entryKey(entry)}`, partKind, { entry } satisfies DraggedPart)
  return (
    <Combobox.Option ref={ref} value={entryKey(entry)} className={classes['entry'] ?? ''} data-asked={entry.kind === 'asked' || undefined}>
      {entry.kind === 'question' ? <IconPlus size={16} aria-hidden className={classes['kindIcon']} /> : entry.kind !== 'asked' && grip}
      <span>{title}</span>
    </Combobox.Option>
  )
})
Entry.displayName = 'Entry'
