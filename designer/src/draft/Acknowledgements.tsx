import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { GateItem } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { elementOfPath } from '../elements/element-of-path.ts'
import { titleOfElement } from '../elements/element.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import { formatInstant } from '../ui/day-text.ts'
import classes from './draft.module.css'

type Subjects = GateItem['subjects']

interface AcknowledgementsProps {
  readonly subjects: Subjects
  /** Whether the draft can still be acknowledged. */
  readonly open: boolean
  readonly pending: boolean
  readonly onAcknowledge: (subjects: readonly string[]) => void
}

/** More of one kind would bury the next; they are shown on request. */
const shownFirst = 5

/** What kind of thing is to be acknowledged, and where it stands: `open_value parameters/line`. */
const partsOf = (id: string): { readonly kind: string; readonly path: readonly (string | number)[] } => {
  const [kind = '', path = ''] = id.split(' ')
  return { kind, path: path.split('/').map((step) => (/^\d+$/.test(step) ? Number(step) : step)) }
}

/** What is to be acknowledged by name: what is alike is seen and answered for at once. */
export const Acknowledgements = ({ subjects, ...rest }: AcknowledgementsProps) =>
  [...Map.groupBy(subjects, ({ id }) => partsOf(id).kind)].map(([kind, alike]) => <Alike key={kind} subjects={alike} {...rest} />)

const Alike = ({ subjects, open, pending, onAcknowledge }: AcknowledgementsProps) => {
  const { t } = useTranslation()
  const [all, setAll] = useState(false)
  const unseen = subjects.filter(({ acknowledged_by: by }) => by === undefined)
  const hidden = all ? 0 : Math.max(0, subjects.length - shownFirst)
  return (
    <>
      <ul className={classes['concerns']}>
        {subjects.slice(0, subjects.length - hidden).map((subject) => <li key={subject.id}><Subject subject={subject} /></li>)}
      </ul>
      {hidden > 0 && <Button variant="subtle" size="compact-sm" mb="sm" onClick={() => setAll(true)}>{t('gate.showAlike', { count: subjects.length })}</Button>}
      {open && unseen.length > 0 && (
        <div><Button variant="default" mb="md" loading={pending} onClick={() => onAcknowledge(unseen.map(({ id }) => id))}>{unseen.length === 1 ? t('gate.acknowledge') : t('gate.acknowledgeAlike', { count: unseen.length })}</Button></div>
      )}
    </>
  )
}

const Subject = ({ subject: { id, sentence, acknowledged_by: by, acknowledged_at: at } }: { readonly subject: Subjects[number] }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, common, state: { document: { release } } } = useDraft()
  const element = elementOfPath(release, common.extended, partsOf(id).path)
  const title = element && titleOfElement(assembly, element)
  return (
    <>
      {title && !read(sentence).includes(read(title)) && `${read(title)}: `}{read(sentence)} {title && <ElementLink element={element} label={t('compare.openOf', { title: read(title) })}>{t('compare.open')}</ElementLink>}
      {by && at && <span className={classes['quiet']}> {t('gate.acknowledgedBy', { person: by.name, at: formatInstant(at) })}</span>}
    </>
  )
}
