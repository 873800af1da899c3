import { Tooltip, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { PresentPerson } from '../api/contract.ts'
import { initialsOf } from '../ui/initials.ts'
import { PresenceNews } from './PresenceNews.tsx'
import classes from './presence.module.css'

interface PresentPeopleProps {
  readonly others: readonly PresentPerson[]
  /** Where a person stands, in words; undefined where that is not known. */
  readonly whereOf: (person: PresentPerson) => string | undefined
  readonly onGo: (person: PresentPerson) => void
}

/** Who else has this page open, as initials; each leads to where the person stands. */
export const PresentPeople = ({ others, whereOf, onGo }: PresentPeopleProps) => {
  const { t } = useTranslation()
  const line = (person: PresentPerson): string => {
    const where = whereOf(person)
    return where === undefined ? person.name : t('presence.at', { name: person.name, where })
  }
  return (
    <>
      <PresenceNews others={others} />
      {others.length > 0 && (
        <ul className={classes['people']} aria-label={t('presence.title')}>
          {others.map((person) => (
            <li key={person.id}>
              <Tooltip label={line(person)} events={{ hover: true, focus: true, touch: true }}>
                <button type="button" className={classes['person']} onClick={() => onGo(person)}>
                  <span aria-hidden>{initialsOf(person.name)}</span>
                  <VisuallyHidden>{line(person)}</VisuallyHidden>
                </button>
              </Tooltip>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
