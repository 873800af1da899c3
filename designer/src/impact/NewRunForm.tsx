import { Button, NativeSelect, NumberInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { timelineQuery } from '../api/policy-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { DayInput } from '../ui/DayInput.tsx'
import classes from './impact.module.css'
import { subjectsOf, type RunQuestion } from './run-question.ts'

interface NewRunFormProps {
  readonly question: RunQuestion
  /** Told only what is chosen. */
  readonly onChange: (part: Partial<RunQuestion>) => void
  readonly pending: boolean
  /** The words of the button: a run that is there is made anew. */
  readonly anew: boolean
  readonly onBegin: () => void
}

const mostPercent = 50

/** What to look at, on which day, and what to hold the draft against. */
export const NewRunForm = ({ question, onChange, pending, anew, onBegin }: NewRunFormProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, assembly } = useDraft()
  const timeline = useQuery(timelineQuery(draft.programme)).data
  const subjects = subjectsOf(assembly.release)
  const releases = Object.entries(timeline?.releases ?? {}).filter(([, { scope }]) => scope === 'national')
  return (
    <form
      className={classes['form']}
      onSubmit={(event) => {
        event.preventDefault()
        onBegin()
      }}
    >
      {subjects.length > 1 && <NativeSelect label={t('impact.subject')} data={subjects.map(({ id, title }) => ({ value: id, label: read(title) }))} value={question.subject} onChange={(event) => onChange({ subject: event.currentTarget.value })} />}
      <NativeSelect
        label={t('impact.against')}
        data={[{ value: '', label: t('impact.againstInForce') }, ...releases.map(([hash, { title }]) => ({ value: hash, label: hash === draft.base ? t('impact.againstBase', { title: read(title) }) : read(title) }))]}
        value={question.before}
        onChange={(event) => onChange({ before: event.currentTarget.value })}
      />
      <DayInput label={t('impact.day')} day={question.at} onDay={(at) => onChange({ at })} w={152} />
      <NumberInput label={t('impact.nearPercent')} value={question.near} min={1} max={mostPercent} allowDecimal={false} suffix=" %" hideControls w={104} onChange={(near) => typeof near === 'number' && onChange({ near })} />
      <Button type="submit" loading={pending} variant={anew ? 'default' : 'filled'}>{t(anew ? 'impact.anew' : 'impact.begin')}</Button>
    </form>
  )
}
