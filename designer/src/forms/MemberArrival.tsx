import { Input, SegmentedControl } from '@mantine/core'
import type { Arrival } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { ARRIVAL } from './arrival-question.ts'
import { DayBox } from './DayBox.tsx'
import classes from './Roster.module.css'
import { useKeepText, useKeptText } from './unreadable-texts.ts'
import { useDayField } from './use-day-field.ts'

const NOT_SAID = 'not-said'

interface MemberArrivalProps {
  readonly arrival: Arrival | undefined
  readonly errors: readonly string[] | undefined
  readonly onArrival: (arrival: Arrival | undefined) => void
}

/** How someone whom the register did not know came into the household, and since when. */
export const MemberArrival = ({ arrival, errors, onArrival }: MemberArrivalProps) => {
  const { t } = useTranslation()
  return (
    <section className={classes['arrival']} aria-label={t('roster.arrival')} data-question={`member_${ARRIVAL}`}>
      <Input.Wrapper label={t('roster.arrival')} labelElement="div" className={classes['came'] ?? ''}>
        <SegmentedControl
          mt={4}
          aria-label={t('roster.arrival')}
          value={arrival?.how ?? NOT_SAID}
          onChange={(how) => onArrival(how === 'born' || how === 'joined' ? { ...arrival, how } : undefined)}
          data={[
            { value: 'joined', label: t('roster.joined') },
            { value: 'born', label: t('roster.born') },
            { value: NOT_SAID, label: t('form.notAnswered') },
          ]}
        />
      </Input.Wrapper>
      {arrival && <ArrivalDay arrival={arrival} errors={errors} onArrival={onArrival} />}
    </section>
  )
}

const ArrivalDay = ({ arrival, errors, onArrival }: MemberArrivalProps & { readonly arrival: Arrival }) => {
  const { t } = useTranslation()
  const name = { name: ARRIVAL }
  const kept = useKeptText(name)
  const field = useDayField({ answer: arrival.on, kept, onAnswer: (on) => onArrival({ how: arrival.how, ...(on !== undefined && { on }) }) })
  const keep = useKeepText(name, field.unreadable)
  return <DayBox field={field} label={t('roster.arrivalDay')} description={t('roster.dayUnknown')} error={errors && errors.length > 0 ? errors.join(' ') : undefined} onLeave={keep} />
}
