import { Combobox, InputBase, useCombobox, type InputBaseProps } from '@mantine/core'
import { useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { matchesSearch, searchText } from './search-text.ts'

/** Something to choose, under the heading it belongs to. */
export interface Choice {
  readonly key: string
  readonly label: string
  readonly group: string
  /** Said quietly beside it, and searched too. */
  readonly hint?: string
}

interface ChoiceBoxProps extends Pick<InputBaseProps, 'error' | 'rightSection' | 'rightSectionWidth' | 'w' | 'className'> {
  readonly label: string
  /** What is chosen, in words; empty where nothing is. */
  readonly text: string
  readonly placeholder?: string
  readonly choices: readonly Choice[]
  readonly onChoose: (key: string) => void
  /** What a typed text says by itself, in words; undefined where it says nothing. */
  readonly readText?: (text: string) => string | undefined
  /** Takes a text that could be read. */
  readonly onText?: (text: string) => void
  /** Told a text that was left and is neither a choice nor readable. */
  readonly onUnreadable?: (text: string) => void
  /** As it appears; or only as a dialog opens with it. */
  readonly takesFocus?: boolean | 'in dialog'
  /** Left without anything chosen. */
  readonly onLeave?: () => void
}

/** Choices shown at once; of more one types a word of what is meant. */
const SHOWN = 80
const TYPED = ' typed'

/** As high as the list is: a third of the window at most; with less room than the low one it goes above its field. */
const tall = (): number => Math.min(320, globalThis.innerHeight * 0.32)
const low = 150
const margin = 24

/** How high the list may be below a field, so that it does not cover what stands above while there is room. */
const roomBelow = (field: HTMLElement | null): number => {
  const room = field ? globalThis.innerHeight - field.getBoundingClientRect().bottom - margin : tall()
  return room < low ? tall() : Math.min(tall(), room)
}

const beginning = (choices: readonly Choice[], search: string): readonly Choice[] => {
  const begun = searchText(search.trim())
  if (begun === '') return choices
  const found = choices.filter(({ label, hint = '' }) => matchesSearch(`${label} ${hint}`, search.trim()))
  return [...found.filter(({ label }) => searchText(label).startsWith(begun)), ...found.filter(({ label }) => !searchText(label).startsWith(begun))]
}

/** A field that offers what can be chosen as one types, without diacritics, and takes what can be read as typed. */
export const ChoiceBox = ({ label, text, placeholder, choices, onChoose, readText, onText, onUnreadable, takesFocus, onLeave, ...input }: ChoiceBoxProps) => {
  const { t } = useTranslation()
  const field = useRef<HTMLInputElement>(null)
  const [room, setRoom] = useState(tall)
  const combobox = useCombobox({ onDropdownOpen: () => setRoom(roomBelow(field.current)), onDropdownClose: () => combobox.resetSelectedOption() })
  const [typed, setTyped] = useState<string>()
  const read = typed === undefined || typed.trim() === '' ? undefined : readText?.(typed)
  const found = beginning(choices, typed ?? '')
  const shown = found.slice(0, SHOWN)
  const groups = [...new Set(shown.map(({ group }) => group))]
  const settle = (): void => {
    setTyped(undefined)
    combobox.closeDropdown()
  }
  const take = (key: string): void => {
    if (key === TYPED) onText?.(typed ?? '')
    else onChoose(key)
    settle()
  }
  const leave = (): void => {
    if (read !== undefined) onText?.(typed ?? '')
    else if (typed !== undefined && typed.trim() !== '' && typed !== text) onUnreadable?.(typed)
    settle()
    onLeave?.()
  }
  const { selectFirstOption } = combobox
  useLayoutEffect(() => {
    if (typed !== undefined) selectFirstOption()
  }, [typed, selectFirstOption])
  const onKeyDown = (event: KeyboardEvent): void => {
    const first = read === undefined ? shown[0]?.key : TYPED
    if (event.key === 'Escape' && typed !== undefined) {
      event.stopPropagation()
      settle()
    } else if (event.key === 'Enter' && typed !== undefined && first !== undefined && combobox.getSelectedOptionIndex() === -1) {
      event.preventDefault()
      take(first)
    }
  }
  return (
    <Combobox store={combobox} onOptionSubmit={take} transitionProps={{ duration: 0 }} width="max-content" position="bottom-start" middlewares={{ shift: true, flip: true }}>
      <Combobox.Target>
        <InputBase
          {...input}
          ref={field}
          aria-label={label}
          placeholder={placeholder}
          value={typed ?? text}
          title={text}
          autoComplete="off"
          data-autofocus={takesFocus === true || takesFocus === 'in dialog' || undefined}
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the row was asked for a moment ago
          autoFocus={takesFocus === true}
          onFocus={(event) => {
            event.currentTarget.select()
            combobox.openDropdown()
          }}
          onClick={() => combobox.openDropdown()}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            combobox.openDropdown()
          }}
          onKeyDown={onKeyDown}
          onBlur={leave}
        />
      </Combobox.Target>
      <Combobox.Dropdown miw={240} maw="min(480px, 92vw)">
        <Combobox.Options mah={room} style={{ overflowY: 'auto' }} aria-label={label}>
          {read !== undefined && <Combobox.Option value={TYPED}>{read}</Combobox.Option>}
          {groups.map((group) => <Listed key={group} group={group} choices={shown.filter((choice) => choice.group === group)} chosen={text} />)}
          {found.length > SHOWN && <Combobox.Empty>{t('form.moreEntries', { count: found.length - SHOWN })}</Combobox.Empty>}
          {found.length === 0 && read === undefined && <Combobox.Empty>{t('choice.nothing')}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

const Listed = ({ group, choices, chosen }: { readonly group: string; readonly choices: readonly Choice[]; readonly chosen: string }): ReactNode => {
  const options = choices.map(({ key, label, hint }) => (
    <Combobox.Option key={key} value={key} active={label === chosen}>
      {label}{hint !== undefined && hint !== '' && <span style={{ opacity: 0.75 }}> {hint}</span>}
    </Combobox.Option>
  ))
  return group === '' ? options : <Combobox.Group label={group}>{options}</Combobox.Group>
}
