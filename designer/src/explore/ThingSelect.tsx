import { Select, type ComboboxParsedItem, type OptionsFilter } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { matchesSearch } from '../ui/search-text.ts'
import { thingTitle } from './pivot-document.ts'
import type { Thing, ThingKind } from './pivot-things.ts'

interface ThingSelectProps {
  readonly label: string
  readonly things: readonly Thing[]
  readonly value: string | null
  readonly onChange: (id: string) => void
  /** What else can be chosen, before the things. */
  readonly before?: readonly { readonly value: string; readonly label: string }[]
  readonly w?: number | string
  /** Whether it stands in something that a click beside it closes. */
  readonly inside?: boolean
}

const kinds: readonly ThingKind[] = ['units', 'place', 'result', 'head', 'own', 'household']

const filterThings: OptionsFilter = ({ options, search }) => options.flatMap((option): readonly ComboboxParsedItem[] => {
  if (!('group' in option)) return matchesSearch(option.label, search) ? [option] : []
  const items = option.items.filter((item) => matchesSearch(item.label, search))
  return items.length > 0 ? [{ ...option, items }] : []
})

/** Something figures are told apart by, found by a word without diacritics. */
export const ThingSelect = ({ label, things, value, onChange, before = [], w = 256, inside = false }: ThingSelectProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const grouped = kinds.flatMap((kind) => {
    const items = things.filter((thing) => thing.kind === kind).map((thing) => ({ value: thing.id, label: read(thingTitle(thing)) }))
    return items.length > 0 ? [{ group: t(`explore.kind.${kind}`), items }] : []
  })
  return (
    <Select
      label={label}
      data={[...before, ...grouped]}
      value={value}
      onChange={(next) => next !== null && onChange(next)}
      searchable
      filter={filterThings}
      allowDeselect={false}
      nothingFoundMessage={t('explore.noThing')}
      w={w}
      maw="100%"
      comboboxProps={{ withinPortal: !inside }}
    />
  )
}
