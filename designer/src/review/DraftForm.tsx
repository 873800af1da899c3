import { Button, Tabs } from '@mantine/core'
import type { GeneratedForm, GeneratedSection } from '@tieuchi/runtime'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { groupsOf } from '../forms/group-schema.ts'
import { focusMemberRow } from '../forms/Roster.tsx'
import { sectionPlace } from '../presence/marks.ts'
import { PresenceMark } from '../presence/PresenceMark.tsx'
import { noneHidden, sectionToOpen, shownSections, type FormContent, type JumpTarget } from './draft-form-props.ts'
import { FormSection } from './FormSection.tsx'
import { OpenMember } from './OpenMember.tsx'
import { sectionOf } from './places.ts'
import classes from './SubmissionPage.module.css'
import { useAnswerChanges, type AnswerStore } from './use-answer-changes.ts'

interface DraftFormProps extends FormContent {
  readonly section: string
  readonly onSection: (section: string) => void
  readonly store: AnswerStore
}

/** The sections as tabs; only the one on screen and the member being edited are mounted. */
export const DraftForm = (props: DraftFormProps) => {
  const { section, onSection, store, form, answers, hidden = noneHidden, issues, target, onTarget } = props
  const { t } = useTranslation()
  const change = useAnswerChanges(store)
  useReturnToRow(target)
  const groups = useMemo(() => groupsOf(form), [form])
  const sections = shownSections(form, hidden)
  const open = sectionToOpen(form, section, hidden)
  const ofMembers = memberSection(form, sections, open, target)
  const next = sections[sections.findIndex(({ id }) => id === open) + 1]
  useSectionLeft(section, open, onSection)
  const show = (id: string | null) => {
    // The question stood at last is not jumped to again.
    onTarget(undefined)
    if (id !== null) onSection(id)
  }
  const begin = ({ id, fields, roster }: GeneratedSection) => {
    onSection(id)
    const first = fields.find((field) => !hidden.has(`household.${field}`))
    onTarget(first === undefined ? undefined : { field: first })
    if (first === undefined && roster) requestAnimationFrame(() => focusMemberRow(answers.members[0]?.id ?? ''))
  }
  return (
    <div className={classes['form']}>
      <Tabs value={open} onChange={show} keepMounted={false}>
        <Tabs.List className={classes['tabs'] ?? ''} aria-label={form.title}>
          {sections.map(({ id, title }) => <SectionTab key={id} id={id} title={title} count={issues.filter(({ issue, place }) => issue.severity === 'error' && place && sectionOf(form, place) === id).length} />)}
        </Tabs.List>
        {sections.map((each) => (
          <Tabs.Panel key={each.id} value={each.id} pt="md">
            <FormSection {...props} section={each} groups={groups} change={change} />
          </Tabs.Panel>
        ))}
      </Tabs>
      {next && <Button variant="subtle" mt="md" px={0} onClick={() => begin(next)}>{t('form.next', { title: next.title })}</Button>}
      {ofMembers && <OpenMember {...props} group={groups.members} section={ofMembers} change={change} key={target?.member === undefined ? 'none' : answers.members.length} />}
    </div>
  )
}

const SectionTab = ({ id, title, count }: { readonly id: string; readonly title: string; readonly count: number }) => {
  const { t } = useTranslation()
  return (
    <Tabs.Tab value={id} id={tabId(id)}>
      {title}{' '}
      <PresenceMark place={sectionPlace(id)} />
      {count > 0 && <span className={classes['count']}>{t('form.errors', { count })}</span>}
    </Tabs.Tab>
  )
}

const tabId = (section: string): string => `section-tab-${section}`

/** Where the section one was in is hidden, the one opened in its place is told, and whoever typed in it stands at its tab. */
const useSectionLeft = (section: string, open: string, onSection: (section: string) => void): void => {
  const tell = useRef(onSection)
  useEffect(() => {
    tell.current = onSection
  })
  useEffect(() => {
    if (open === section) return
    tell.current(open)
    if (document.activeElement === document.body) document.getElementById(tabId(open))?.focus()
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

/** The section whose questions a member is open with: that of the question to stand at, else the one on screen. */
const memberSection = (form: GeneratedForm, sections: readonly GeneratedSection[], open: string, target: JumpTarget | undefined): GeneratedSection | undefined => {
  const asking = target?.field === undefined ? open : sectionOf(form, { field: target.field, member: target.member ?? '' })
  const withMembers = sections.filter(({ roster }) => roster)
  return withMembers.find(({ id }) => id === asking) ?? withMembers[0]
}
