import { Button, Checkbox, Popover, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { matchesSearch } from '../ui/search-text.ts'
import classes from './explore.module.css'
import type { Thing } from './pivot-things.ts'
import type { Picked } from './pivot.ts'
import { ThingSelect } from './ThingSelect.tsx'

interface PickedEditorProps {
  /** What the button says. */
  readonly label: string
  readonly things: readonly Thing[]
  readonly onPick: (picked: Picked) => void
}

/** So many codes are looked through without typing. */
const mostUnsearched = 12

/** Picks codes of something, any of them. */
export const PickedEditor = ({ label, things, onPick }: PickedEditorProps) => {
  const { t } = useTranslation()
  const [opened, setOpened] = useState(false)
  const [id, setId] = useState<string | null>(null)
  const [codes, setCodes] = useState<readonly string[]>([])
  const thing = things.find((each) => each.id === id)
  const close = (): void => {
    setOpened(false)
    setId(null)
    setCodes([])
  }
  return (
    <Popover opened={opened} onChange={(next) => !next && close()} trapFocus returnFocus transitionProps={{ duration: 0 }} width="min(340px, calc(100vw - 24px))" position="bottom-start">
      <Popover.Target><Button variant="default" size="compact-md" onClick={() => (opened ? close() : setOpened(true))}>{label}</Button></Popover.Target>
      <Popover.Dropdown className={classes['picker'] ?? ''} aria-label={label}>
        <ThingSelect label={t('explore.what')} things={things} value={id} w="100%" inside onChange={(next) => {
          setId(next)
          setCodes([])
        }} />
        {thing && <CodeChecks key={thing.id} thing={thing} codes={codes} onCodes={setCodes} />}
        <Button disabled={!thing || codes.length === 0} onClick={() => {
          if (thing) onPick({ thing: thing.id, codes })
          close()
        }}>{t('explore.pick')}</Button>
      </Popover.Dropdown>
    </Popover>
  )
}

const CodeChecks = ({ thing, codes, onCodes }: { readonly thing: Thing; readonly codes: readonly string[]; readonly onCodes: (codes: readonly string[]) => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [search, setSearch] = useState('')
  const found = thing.codes.filter(({ title }) => matchesSearch(read(title), search))
  return (
    <Checkbox.Group label={t('explore.isOneOf')} value={[...codes]} onChange={(next) => onCodes(thing.codes.flatMap(({ code }) => (next.includes(code) ? [code] : [])))}>
      {thing.codes.length > mostUnsearched && <TextInput mt={4} aria-label={t('explore.findCode')} placeholder={t('explore.findCode')} value={search} onChange={({ currentTarget }) => setSearch(currentTarget.value)} />}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a list that scrolls is reached by the keyboard */}
      <section className={classes['codes']} aria-label={t('explore.isOneOf')} tabIndex={0}>
        {found.map(({ code, title }) => <Checkbox key={code} value={code} label={read(title)} />)}
      </section>
    </Checkbox.Group>
  )
}
