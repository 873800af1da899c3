import { Button } from '@mantine/core'
import type { Assembly, Departure } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { formatDay } from '../ui/day-text.ts'
import classes from './Roster.module.css'

interface DepartedMembersProps {
  readonly assembly: Assembly
  readonly departures: Readonly<Record<string, Departure>>
  /** What is wrong with the day of a member, in words. */
  readonly errorOf?: (member: string) => string | undefined
  /** Takes somebody back among the members; absent where nothing can be changed. */
  readonly onReturn?: (member: string) => void
}

/** Whom the register knew and who is no longer of the household. */
export const DepartedMembers = ({ assembly, departures, errorOf, onReturn }: DepartedMembersProps) => {
  const { t } = useTranslation()
  const gone = Object.entries(departures)
  if (gone.length === 0) return null
  const nameOf = ({ answers }: Departure): string => {
    const name = answers[assembly.common.register.name]
    return typeof name === 'string' && name !== '' ? name : t('roster.unnamed')
  }
  return (
    <section className={classes['departed']} aria-labelledby="departed-title">
      <h3 id="departed-title">{t('roster.departed', { count: gone.length })}</h3>
      <ul>
        {gone.map(([id, departure]) => (
          <li key={id}>
            <span>{nameOf(departure)}</span>
            <span className={classes['how']}>{t(departure.on === undefined ? `roster.gone.${departure.how}` : `roster.goneOn.${departure.how}`, { day: formatDay(departure.on ?? '') })}</span>
            {onReturn && <Button variant="subtle" size="compact-sm" aria-label={t('roster.returnLabel', { name: nameOf(departure) })} onClick={() => onReturn(id)}>{t('roster.return')}</Button>}
            {errorOf?.(id) !== undefined && <span className={classes['wrong']}>{errorOf(id)}</span>}
          </li>
        ))}
      </ul>
    </section>
  )
}
