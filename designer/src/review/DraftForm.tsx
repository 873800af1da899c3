import { Button, Tabs } from '@mantine/core'
import type { GeneratedForm, GeneratedSection } from '@tieuchi/runtime'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { groupsOf } from '../forms/group-schema.ts'
import { focusMemberRow } from '../forms/Roster.tsx'
import { useNarrow } from '../ui/use-narrow.ts'
import { noneHidden, sectionToOpen, shownSections, type FormContent, type JumpTarget } from './draft-form-props.ts'
import { FormSection } from './FormSection.tsx'
import { OpenMember } from './OpenMember.tsx'
import { sectionOf } from './places.ts'
import { asksNothing, nextMissing, sectionStates, type MissingPlace } from './sections/section-state.ts'
import { layoutOf } from './sections/section-layout.ts'
import { SectionNav } from './sections/SectionNav.tsx'
import { SECTION_OPENER } from './sections/SectionSheet.tsx'
import { tabId } from './sections/SectionTab.tsx'
import classes from './SubmissionPage.module.css'
import { useAnswerChanges, type AnswerStore } from './use-answer-changes.ts'

interface DraftFormProps extends FormContent {
  readonly section: string
  readonly onSection: (section: string) => void
  readonly store: AnswerStore
}

/** Narrower than this there is no room for a list of sections beside the questions. */
const NARROW = 600

/** The sections and what leads through them; only the one on screen and the member being edited are mounted. */
export const DraftForm = (props: DraftFormProps) => {
  const { section, onSection, store, form, answers, hidden = noneHidden, issues, target, onTarget } = props
  const { t } = useTranslation()
  const change = useAnswerChanges(store)
  useReturnToRow(target)
  const groups = useMemo(() => groupsOf(form), [form])
  const sections = shownSections(form, hidden)
  const open = sectionToOpen(form, section, hidden)
  const ofMembers = memberSection(form, sections, open, target)
  const states = useMemo(() => sectionStates(form, hidden, answers, issues), [form, hidden, answers, issues])
  const next = sections.slice(sections.findIndex(({ id }) => id === open) + 1).find((each) => !asksNothing(each, states))
  const missing = nextMissing(sections, states, open, target)
  const { ref, narrow } = useNarrow<HTMLDivElement>(NARROW)
  const layout = layoutOf(sections, narrow)
  useSectionLeft(section, open, onSection)
  const beginAt = useRowToBeginAt()
  const show = (id: string | null) => {
    // The question stood at last is not jumped to again.
    onTarget(undefined)
    if (id !== null) onSection(id)
  }
  const begin = ({ id, fields, roster }: GeneratedSection) => {
    onSection(id)
    const first = fields.find((field) => !hidden.has(`household.${field}`))
    onTarget(first === undefined ? undefined : { field: first })
    if (first === undefined && roster) beginAt(answers.members[0]?.id ?? '')
  }
  const onward = next && { title: next.title, go: () => begin(next) }
  const stand = ({ section: asking, question }: MissingPlace) => {
    onSection(asking)
    onTarget({ ...question })
  }
  return (
    <div ref={ref} className={classes['form']} data-sections={layout}>
      <Tabs value={open} onChange={show} keepMounted={false} orientation={layout === 'tabs' ? 'horizontal' : 'vertical'} className={classes['sections'] ?? ''}>
        <SectionNav layout={layout} title={form.title} sections={sections} open={open} states={states} judged={props.hidden !== undefined} />
        <div className={classes['asked']}>
          {sections.map((each) => (
            <Tabs.Panel key={each.id} value={each.id} aria-label={each.title}>
              <FormSection {...props} section={each} groups={groups} change={change} asks={!asksNothing(each, states)} />
            </Tabs.Panel>
          ))}
          <div className={classes['onward']}>
            {onward && <Button variant="subtle" px={0} onClick={onward.go}>{t('form.next', { title: onward.title })}</Button>}
            {missing && layout !== 'tabs' && <Button variant="subtle" px={0} onClick={() => stand(missing)}>{t('sections.nextMissing')}</Button>}
          </div>
        </div>
      </Tabs>
      {ofMembers && <OpenMember {...props} group={groups.members} section={ofMembers} change={change} onward={ofMembers.id === open ? onward : undefined} key={target?.member === undefined ? 'none' : answers.members.length} />}
    </div>
  )
}

/** Where the section one was in is hidden, the one opened in its place is told, and whoever typed in it stands at its tab, or at what opens the list of tabs. */
const useSectionLeft = (section: string, open: string, onSection: (section: string) => void): void => {
  const tell = useRef(onSection)
  useEffect(() => {
    tell.current = onSection
  })
  useEffect(() => {
    if (open === section) return
    tell.current(open)
    if (document.activeElement === document.body) (document.getElementById(tabId(open)) ?? document.getElementById(SECTION_OPENER))?.focus()
  }, [section, open])
}

/** Closing a member leads back to its row; jumping to another question does not. */
const useReturnToRow = (target: JumpTarget | undefined): void => {
  const opened = useRef<string>(undefined)
  useEffect(() => {
    if (!target && opened.current !== undefined) focusMemberRow(opened.current)
    opened.current = target?.member
  }, [target])
}

/** Leads to the row of a member of the section that opens, with the page that shows it: whoever goes on at once stands there already. */
const useRowToBeginAt = (): (member: string) => void => {
  const row = useRef<string>(undefined)
  useEffect(() => {
    if (row.current !== undefined) focusMemberRow(row.current)
    row.current = undefined
  })
  return (member) => {
    row.current = member
  }
}

/** The section whose questions a member is open with: that of the question to stand at, else the one on screen. */
const memberSection = (form: GeneratedForm, sections: readonly GeneratedSection[], open: string, target: JumpTarget | undefined): GeneratedSection | undefined => {
  const asking = target?.field === undefined ? open : sectionOf(form, { field: target.field, member: target.member ?? '' })
  const withMembers = sections.filter(({ roster }) => roster)
  return withMembers.find(({ id }) => id === asking) ?? withMembers[0]
}
