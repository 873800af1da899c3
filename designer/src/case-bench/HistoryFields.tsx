import { ActionIcon, Button, Select } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { memberTitle, momentOfCase, recordedOutcomes, type GivenResult, type HistoryEntry } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { DayBox } from '../forms/DayBox.tsx'
import { useDayField } from '../forms/use-day-field.ts'
import classes from './case-bench.module.css'
import { LiteralBox } from './LiteralBox.tsx'
import type { CaseWriting } from './use-case-writing.ts'

interface HistoryFieldsProps {
  readonly writing: CaseWriting
}

const withHistory = (history: readonly HistoryEntry[] | undefined): Parameters<CaseWriting['write']>[0] => (now) => {
  const { history: _before, ...rest } = now.given
  return { ...now, given: history ? { ...rest, history } : rest }
}

/** Earlier decisions: not known, none ever, or those that are listed. Shown where the rules read any. */
export const HistoryFields = ({ writing: { example, current, write } }: HistoryFieldsProps) => {
  const { t } = useTranslation()
  const { assembly } = useDraft()
  const { history } = example.given
  const outcomes = recordedOutcomes(assembly, (history ?? []).map(({ programme, outcome }) => `${programme}.${outcome}`))
  const [first] = outcomes
  if (!first) return null
  const change = (index: number, next: HistoryEntry | undefined): void => write(withHistory((current().given.history ?? []).flatMap((each, place) => (place === index ? (next ? [next] : []) : [each]))))
  const begin = (): HistoryEntry => ({ ...nameOf(first), layer: 'national', value: '', from: momentOfCase(example).facts_at })
  const standing = history === undefined ? 'unknown' : history.length === 0 ? 'none' : 'listed'
  return (
    <section className={classes['beside']} aria-labelledby="bench-history">
      <h3 id="bench-history">{t('bench.history')}</h3>
      {standing !== 'listed' && (
        <Select aria-label={t('bench.history')} data={(['unknown', 'none'] as const).map((value) => ({ value, label: t(`bench.history.${value}`) }))} value={standing} onChange={(next) => write(withHistory(next === 'none' ? [] : undefined))} allowDeselect={false} maw={320} mb="sm" />
      )}
      {(history ?? []).map((entry, index) => <Entry key={`${index} ${entry.programme}.${entry.outcome}`} entry={entry} number={index + 1} outcomes={outcomes} writing={{ example }} onEntry={(next) => change(index, next)} />)}
      <Button variant="subtle" size="compact-sm" px={0} leftSection={<IconPlus size={16} aria-hidden />} onClick={() => write(withHistory([...(history ?? []), begin()]))}>{t('bench.history.add')}</Button>
    </section>
  )
}

const nameOf = ({ name }: GivenResult): Pick<HistoryEntry, 'programme' | 'outcome'> => {
  const [programme = '', outcome = ''] = name.split('.')
  return { programme, outcome }
}

interface EntryProps {
  readonly entry: HistoryEntry
  readonly number: number
  readonly outcomes: readonly GivenResult[]
  readonly writing: Pick<CaseWriting, 'example'>
  readonly onEntry: (entry: HistoryEntry | undefined) => void
}

/** One earlier decision. */
const Entry = ({ entry, number, outcomes, writing: { example: { given: { members = [] } } }, onEntry }: EntryProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly } = useDraft()
  const outcome = outcomes.find(({ name }) => name === `${entry.programme}.${entry.outcome}`)
  const { to: _to, member: _member, ...open } = entry
  const value = typeof entry.value === 'object' ? entry.value.join(', ') : entry.value
  return (
    <fieldset className={classes['entry']}>
      <legend>{t('bench.history.number', { number })}</legend>
      <Select label={t('bench.history.outcome')} data={outcomes.map(({ name, title }) => ({ value: name, label: read(title) }))} value={outcome?.name ?? null} allowDeselect={false}
        onChange={(next) => {
          const chosen = outcomes.find(({ name }) => name === next)
          if (chosen) onEntry({ ...open, ...nameOf(chosen), value: '' })
        }} />
      <div><div className={classes['label']}>{t('bench.history.value')}</div><LiteralBox assembly={assembly} label={t('bench.history.value')} kind={outcome ?? { type: 'text' }} value={value === '' ? undefined : value} onValue={(next) => onEntry({ ...entry, value: next })} /></div>
      <DayOf label={t('bench.history.from')} day={entry.from} onDay={(from) => from !== undefined && onEntry({ ...entry, from })} />
      <DayOf label={t('bench.history.to')} day={entry.to} onDay={(to) => onEntry({ ...open, ...(entry.member !== undefined && { member: entry.member }), ...(to !== undefined && { to }) })} />
      {outcome?.ofMembers && <Select label={t('bench.member')} data={members.map(({ id }) => ({ value: id, label: read(memberTitle(assembly, members, id)) }))} value={entry.member ?? null} onChange={(member) => onEntry({ ...open, ...(entry.to !== undefined && { to: entry.to }), ...(member !== null && { member }) })} />}
      <ActionIcon variant="subtle" color="gray" aria-label={t('bench.history.remove', { number })} onClick={() => onEntry(undefined)}><IconX size={16} aria-hidden /></ActionIcon>
    </fieldset>
  )
}

const DayOf = ({ label, day, onDay }: { readonly label: string; readonly day: string | undefined; readonly onDay: (day: string | undefined) => void }) => {
  const field = useDayField({ answer: day, onAnswer: onDay })
  return <DayBox field={field} label={label} onLeave={() => undefined} />
}
