import { Combobox, useCombobox } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { searchText } from '../ui/search-text.ts'
import { suggestionsFor } from '../value-text/suggestions.ts'
import type { TableColumn } from './table-column.ts'
import classes from './table-designer.module.css'

/** Where the keys go on once a cell is written. */
export type AfterWriting = 'down' | 'up' | 'right' | 'left' | 'stay'

interface CellEditorProps {
  readonly label: string
  readonly column: TableColumn
  readonly text: string
  readonly isReadable: (text: string) => boolean
  readonly onWrite: (text: string, then: AfterWriting) => void
  readonly onCancel: () => void
}

const after = (key: string, shift: boolean): AfterWriting => (key === 'Enter' ? (shift ? 'up' : 'down') : shift ? 'left' : 'right')

/** One cell being written, with what could be written as one types. What says nothing by itself is taken as the first name that begins so. */
export const CellEditor = ({ label, column, text, isReadable, onWrite, onCancel }: CellEditorProps) => {
  const [typed, setTyped] = useState(text)
  const left = useRef(false)
  const combobox = useCombobox({ defaultOpened: true })
  const named = column.side !== 'source' || column.part === 'certainty'
  const suggestions = named && (typed !== text || typed === '') ? suggestionsFor(typed, column.context).filter((suggestion) => suggestion !== typed) : []
  const begins = suggestions[0] !== undefined && searchText(suggestions[0]).startsWith(searchText(typed.trim()))
  const only = suggestions.length === 1 && column.context.entries !== undefined
  const meant = (begins || only) && typed.trim() !== '' && !isReadable(typed)
  useEffect(() => {
    if (meant) combobox.selectFirstOption()
    else combobox.resetSelectedOption()
    // oxlint-disable-next-line react/exhaustive-deps -- the store is another object each time
  }, [meant, typed])
  const leave = (work: () => void): void => {
    if (left.current) return
    left.current = true
    work()
  }
  return (
    <Combobox store={combobox} onOptionSubmit={(value) => leave(() => onWrite(value, 'down'))} transitionProps={{ duration: 0 }} width="max-content" position="bottom-start" middlewares={{ shift: true, flip: true }} offset={2} portalProps={{ target: 'main' }}>
      <Combobox.Target>
        <input
          className={classes['editor']}
          aria-label={label}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the cell was asked for by a key or a click a moment ago
          autoFocus
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            event.stopPropagation()
            if (event.key === 'Escape') {
              event.preventDefault()
              leave(onCancel)
            }
            if (event.key !== 'Enter' && event.key !== 'Tab') return
            event.preventDefault()
            const chosen = suggestions[combobox.getSelectedOptionIndex()]
            leave(() => onWrite(combobox.dropdownOpened && chosen !== undefined ? chosen : typed, after(event.key, event.shiftKey)))
          }}
          onBlur={() => leave(() => onWrite(typed, 'stay'))}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={suggestions.length === 0} maw="min(420px, 92vw)">
        <Combobox.Options mah={280} style={{ overflowY: 'auto' }} aria-label={label}>
          {suggestions.map((suggestion) => <Combobox.Option key={suggestion} value={suggestion} className={classes['suggestion'] ?? ''}>{suggestion}</Combobox.Option>)}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
