import { Select } from '@mantine/core'
import { formatValue } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { filterEntries } from '../forms/choice-entries.ts'
import classes from './impact.module.css'
import { firstToTry, numbersToTry, writeTried, writtenNumber, type TriedNumber } from './trial.ts'
import { TrialControls } from './TrialControls.tsx'

interface TryParameterProps {
  /** What is tried, and at what; undefined where everything is as written. */
  readonly tried: { readonly number: TriedNumber; readonly value: number } | undefined
  /** Lines of the rules somebody is near to, which one wants to move. */
  readonly suggested: readonly TriedNumber[]
  /** The run beside it is of the draft as it was: its figures do not take the place of those as written. */
  readonly older: boolean
  /** No value: back to the run. */
  readonly onTry: (number: TriedNumber, value: number | undefined) => void
}

/** More numbers than these are found by typing. */
const mostAtOnce = 8

/** A number of the draft to be moved, to see what it would do before it is written. */
export const TryParameter = ({ tried, suggested, older, onTry }: TryParameterProps) => {
  const { t } = useTranslation()
  const { assembly: { release: { parameters } }, base } = useDraft()
  const titleOf = useNumberTitle()
  const numbers = numbersToTry(parameters)
  const [chosen, choose] = useState<string>()
  const number = numbers.find((each) => writeTried(each) === chosen) ?? firstToTry(parameters, base?.parameters ?? {}, suggested)
  const written = number && writtenNumber(parameters, number)
  if (!number || written === undefined) return null
  const move = (value: number): void => {
    // What is moved stays chosen, whatever else would be suggested by then.
    choose(writeTried(number))
    onTry(number, value === written && !older ? undefined : value)
  }
  const show = (next: string | null): void => {
    if (next === null) return
    choose(next)
    onTry(number, undefined)
  }
  return (
    <section className={classes['trial']} aria-label={t('impact.try')}>
      <TrialControls
        number={number}
        title={titleOf(number)}
        written={written}
        looking={tried !== undefined}
        value={tried && writeTried(tried.number) === writeTried(number) ? tried.value : written}
        onMove={move}
        onRun={older ? () => onTry(number, undefined) : undefined}
        choice={<Select label={t('impact.try')} data={numbers.map((each) => ({ value: writeTried(each), label: titleOf(each) }))} value={writeTried(number)} searchable={numbers.length > mostAtOnce} filter={filterEntries} allowDeselect={false} className={classes['trialChoice'] ?? ''} onChange={show} />}
      />
    </section>
  )
}

/** What a number is called: its parameter, and of several the answer it is for. */
const useNumberTitle = (): ((number: TriedNumber) => string) => {
  const { language, read } = useLanguage()
  const { assembly } = useDraft()
  return ({ parameter, key }) => {
    const { title, by = '' } = assembly.release.parameters[parameter] ?? {}
    const list = assembly.fields.get(by)?.schema['x-list']
    return [title && read(title), key !== undefined && formatValue(key, { list, lists: assembly.lists, language })].filter(Boolean).join(': ')
  }
}
