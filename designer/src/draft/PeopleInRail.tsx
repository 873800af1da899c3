import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { PresentPerson } from '../api/contract.ts'
import { PresenceNews } from '../presence/PresenceNews.tsx'
import presence from '../presence/presence.module.css'
import { initialsOf } from '../ui/initials.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { isDraftTab } from './draft-tabs.ts'
import classes from './draft.module.css'

/** Who else has the draft open, and at which tab. */
export const PeopleInRail = ({ others }: { readonly others: readonly PresentPerson[] }) => {
  const { t } = useTranslation()
  return (
    <section>
      <h2>{t('presence.rail')}</h2>
      <PresenceNews others={others} />
      {others.length === 0 && <p className={classes['quiet']}>{t('presence.alone')}</p>}
      {others.length > 0 && <ul className={presence['list']}>{others.map((person) => <PersonLine key={person.id} person={person} />)}</ul>}
    </section>
  )
}

const PersonLine = ({ person: { name, place } }: { readonly person: PresentPerson }) => {
  const { t } = useTranslation()
  const { draft } = useDraft()
  const tab = isDraftTab(place) ? place : undefined
  return (
    <li>
      <span className={presence['mark']} aria-hidden>{initialsOf(name)}</span>
      <span>
        {name}
        {tab && <Link className={`${presence['where']} ${classes['link']}`} to="/drafts/$id" params={{ id: draft.id }} search={(search) => ({ ...search, tab: tab === 'overview' ? undefined : tab, on: undefined })}>{t(`release.${tab}`)}</Link>}
      </span>
    </li>
  )
}
