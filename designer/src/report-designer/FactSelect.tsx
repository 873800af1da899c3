import { Select } from '@mantine/core'
import type { Assembly } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { filterGroups } from '../forms/choice-entries.ts'
import { readablesOf, type Readable } from '../readables/readables.ts'

/** Something known of a household or, with `of`, of its head. */
export interface FactOf {
  readonly fact: string
  readonly of?: 'head'
}

interface FactSelectProps {
  readonly label: string
  readonly placeholder: string
  readonly rules: Assembly
  readonly fact: FactOf
  /** What can be chosen. */
  readonly isOffered: (readable: Readable) => boolean
  readonly onFact: (fact: FactOf) => void
}

/** What is chosen among what can be read whole. */
export const chosenReadable = (readables: readonly Readable[], { fact, of }: FactOf): Readable | undefined => readables.find(({ reference, ofMembers }) => reference.fact === fact && ofMembers === (of === 'head'))

/** Everything of which a report can have rows or columns, as far as it is offered. */
export const useOffered = (rules: Assembly, isOffered: (readable: Readable) => boolean): readonly Readable[] =>
  useMemo(() => readablesOf(rules, '').filter((each) => each.reference.output === undefined && each.reference.as === undefined && isOffered(each)), [rules, isOffered])

/** Chooses something known of households; of what is asked of members, that of the head. */
export const FactSelect = ({ label, placeholder, rules, fact, isOffered, onFact }: FactSelectProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const offered = useOffered(rules, isOffered)
  const groups = Map.groupBy(offered, ({ section }) => section)
  const choose = (key: string | null): void => {
    const next = offered.find((each) => each.key === key)
    if (next) onFact({ fact: next.reference.fact, ...(next.ofMembers && { of: 'head' }) })
  }
  return (
    <Select
      label={label}
      placeholder={placeholder}
      value={chosenReadable(offered, fact)?.key ?? null}
      onChange={choose}
      data={[...groups].map(([section, all]) => ({ group: t(`readable.${section}`), items: all.map(({ key, title, ofMembers }) => ({ value: key, label: ofMembers ? t('reportDesign.ofHead', { title: read(title) }) : read(title) })) }))}
      searchable
      filter={filterGroups}
      allowDeselect={false}
      nothingFoundMessage={t('reportDesign.codesNone')}
    />
  )
}
