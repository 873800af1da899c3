import { VisuallyHidden } from '@mantine/core'
import { use } from 'react'
import { useTranslation } from 'react-i18next'
import { initialsOf } from '../ui/initials.ts'
import { MarksContext } from './marks.ts'
import classes from './presence.module.css'

/** A quiet sign that somebody else stands at this place; nothing where nobody does. */
export const PresenceMark = ({ place, corner = false }: { readonly place: string; readonly corner?: boolean }) => {
  const { t } = useTranslation()
  const people = use(MarksContext).get(place) ?? []
  return people.map(({ id, name }) => (
    <span key={id} className={classes['mark']} data-corner={corner} title={t('presence.here', { name })}>
      <span aria-hidden>{initialsOf(name)}</span>
      <VisuallyHidden>{t('presence.here', { name })}</VisuallyHidden>
    </span>
  ))
}
