import { Button, Group, Radio, Stack } from '@mantine/core'
import type { Departure } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DayBox } from './DayBox.tsx'
import { useDayField } from './use-day-field.ts'

/** How somebody goes from the roster; `mistaken` where they never were of the household. */
export type Going = Pick<Departure, 'how' | 'on'> | 'mistaken'

interface MemberDepartureProps {
  readonly onGoing: (going: Going) => void
  readonly onKeep: () => void
}

const ways = ['left', 'died', 'mistaken'] as const

/** Asks how and since when somebody whom the register knows is no longer of the household. */
export const MemberDeparture = ({ onGoing, onKeep }: MemberDepartureProps) => {
  const { t } = useTranslation()
  const [way, setWay] = useState<(typeof ways)[number]>('left')
  const [on, setOn] = useState<string>()
  const field = useDayField({ answer: on, onAnswer: setOn })
  const confirm = () => {
    field.leave()
    if (way === 'mistaken') onGoing('mistaken')
    else if (!field.unreadable) onGoing({ how: way, ...(on !== undefined && { on }) })
  }
  return (
    <Stack gap="sm" w="100%">
      <Radio.Group label={t('roster.going')} value={way} onChange={(next) => setWay(ways.find((each) => each === next) ?? 'left')}>
        <Group mt={4} gap="md">
          {ways.map((each) => <Radio key={each} value={each} label={t(`roster.going.${each}`)} />)}
        </Group>
      </Radio.Group>
      {way !== 'mistaken' && <DayBox field={field} label={t(way === 'died' ? 'roster.diedOn' : 'roster.leftOn')} description={t('roster.dayUnknown')} maw={272} />}
      <Group gap="sm">
        <Button color="red" variant="outline" c="var(--error)" bd="1px solid var(--error)" onClick={confirm}>{t('roster.removeYes')}</Button>
        <Button variant="default" onClick={onKeep}>{t('roster.removeNo')}</Button>
      </Group>
    </Stack>
  )
}
