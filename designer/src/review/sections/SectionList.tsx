import { Tabs, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { GeneratedSection } from '@tieuchi/runtime'
import { Fragment, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { asksNothing, isDone, type SectionStates } from './section-state.ts'
import { SectionRow } from './SectionTab.tsx'
import classes from './sections.module.css'

export interface SectionListProps {
  readonly title: string
  readonly sections: readonly GeneratedSection[]
  readonly open: string
  readonly states: SectionStates
  /** Whether it is known what is asked. */
  readonly judged: boolean
  /** A section was picked, the one that is open too. */
  readonly onPick?: () => void
}

/** All sections in the order of the form under the names of whose they are; pages that ask nothing of the household in one line below. */
export const SectionList = ({ title, sections, open, states, judged, onPick }: SectionListProps) => {
  const { t } = useTranslation()
  const group = useId()
  const [all, setAll] = useState(false)
  const idle = sections.filter((section) => asksNothing(section, states))
  const listed = all ? sections : sections.filter((section) => section.id === open || !idle.includes(section))
  const done = [...states.values()].filter(isDone).length
  const asked = [...states.values()].filter(({ asks }) => asks).length
  return (
    <>
      {judged && <p className={classes['progress']}>{t('sections.progress', { done, count: asked })}</p>}
      <Tabs.List aria-label={title} className={classes['rows'] ?? ''}>
        {listed.map(({ id, title: name, rules }, index) => {
          const state = states.get(id)
          const own = rules === undefined
          const heads = index === 0 || own !== (listed[index - 1]?.rules === undefined)
          return (
            <Fragment key={id}>
              {heads && <div id={`${group}-${own ? 'own' : 'others'}`} className={classes['group']} aria-hidden>{own ? title : t('sections.others')}</div>}
              <SectionRow id={id} title={name} errors={state?.errors ?? 0} warnings={state?.warnings ?? 0} missing={judged ? state?.missing.length : undefined} asks={state?.asks ?? true} group={`${group}-${own ? 'own' : 'others'}`} {...(onPick && { onPick, first: id === open })} />
            </Fragment>
          )
        })}
      </Tabs.List>
      {idle.length > 0 && (
        <UnstyledButton className={classes['idle'] ?? ''} aria-expanded={all} onClick={() => setAll(!all)} title={idle.map(({ title: name }) => name).join(' · ')}>
          {all ? <IconChevronDown size={14} aria-hidden /> : <IconChevronRight size={14} aria-hidden />}
          {t('sections.idle', { count: idle.length })}
        </UnstyledButton>
      )}
    </>
  )
}
