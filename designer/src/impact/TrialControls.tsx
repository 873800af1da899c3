import { Button, Group, Slider, TextInput } from '@mantine/core'
import { formatUnit, formatValue } from '@tieuchi/runtime'
import { useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { useNumberField } from '../parameter-designer/use-number-field.ts'
import classes from './impact.module.css'
import { rangeOf, withNumber, type TriedNumber } from './trial.ts'
import { WriteTrial } from './WriteTrial.tsx'

interface TrialControlsProps {
  readonly number: TriedNumber
  readonly title: string
  readonly written: number
  readonly value: number
  /** Whether figures of the value are looked at, also of the one just written. */
  readonly looking: boolean
  readonly onMove: (value: number) => void
  /** Back to the figures of the run, where it is of the draft as it was. */
  readonly onRun: (() => void) | undefined
  /** In front of the slider: which number it is. */
  readonly choice: ReactNode
}

/** Moves a number by dragging, typing or the arrow keys, and writes it to the draft or takes it back. */
export const TrialControls = ({ number, title, written, value, looking, onMove, onRun, choice }: TrialControlsProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { assembly: { lists, release: { parameters } }, editor, writable } = useDraft()
  const parameter = parameters[number.parameter]
  const unit = parameter?.unit ?? 'count'
  // As with the slider: only a number that is negative already may be so.
  const field = useNumberField(unit, value, (next) => typeof next === 'number' && onMove(next), written < 0)
  const measure = unit === 'share' ? '%' : formatUnit(unit, language).trim()
  const write = (each: number): string => formatValue(each, { unit, lists, language })
  const said = useRef<HTMLOutputElement>(null)
  const take = (): void => {
    if (parameter) editor.perform({ name: 'parameter.replace', args: { id: number.parameter, parameter: withNumber(parameter, number, value) } })
  }
  const moved = value !== written
  // The button that was pressed can be pressed no more: the focus goes to what is said of the figures now.
  const andSay = (work: () => void) => (): void => {
    work()
    said.current?.focus({ preventScroll: true })
  }
  return (
    <>
      <div className={classes['trialFields']}>
        {choice}
        <Slider className={classes['slider'] ?? ''} {...rangeOf(written, value)} value={value} onChange={onMove} label={null} thumbLabel={t('impact.tryOf', { title })} thumbValueText={write(value)} marks={[{ value: written }]} />
        <TextInput label={[t('impact.tryNumber'), measure && `(${measure})`].filter(Boolean).join(' ')} className={classes['trialNumber'] ?? ''} {...field} />
      </div>
      <Group gap="sm" mb={4}>
        <span className={classes['quiet']}>{t('impact.written', { value: write(written) })}</span>
        <Button variant="default" size="compact-md" disabled={!moved} onClick={andSay(() => onMove(written))}>{t('impact.tryBack')}</Button>
        {looking && onRun && <Button variant="default" size="compact-md" onClick={andSay(onRun)}>{t('impact.tryRun')}</Button>}
        {writable && <WriteTrial disabled={!moved} onWrite={andSay(take)} />}
      </Group>
      <output ref={said} tabIndex={-1} className={classes['said']}>{t(moved ? 'impact.trying' : looking ? 'impact.asWritten' : 'impact.tryHelp')}</output>
    </>
  )
}
