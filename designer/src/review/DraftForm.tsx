import { Button, Tabs, Text } from '@mantine/core'
import { memberTitle, type Answer, type Assembly, type GeneratedForm, type GeneratedSection } from '@tieuchi/runtime'
import type { SubmissionAnswers } from '../api/contract.ts'
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { groupsOf } from '../forms/group-schema.ts'
import { MemberDrawer } from '../forms/MemberDrawer.tsx'
import { QuestionForm } from '../forms/QuestionForm.tsx'
import { focusMemberRow, Roster } from '../forms/Roster.tsx'
import { UnreadableContext } from '../forms/unreadable-texts.ts'
import { addMember, answerHousehold, answerMember, randomId, removeMember } from './answer-changes.ts'
import type { AnswersAutosave } from './use-autosave.ts'
import type { UnreadableAnswers } from './use-unreadable-answers.ts'
import { errorsAt, sectionOf, type PlacedIssue } from './places.ts'
import classes from './SubmissionPage.module.css'

/** A question to stand at; with a member, its drawer is open. A new object jumps again. */
export interface JumpTarget {
  readonly field?: string
  readonly member?: string
}

interface DraftFormProps {
  readonly assembly: Assembly
  readonly form: GeneratedForm
  readonly answers: SubmissionAnswers
  /** Paths of the questions not to show; undefined until the first judgement. */
  readonly hidden: ReadonlySet<string> | undefined
  readonly issues: readonly PlacedIssue[]
  readonly section: string
  readonly target: JumpTarget | undefined
  readonly onSection: (section: string) => void
  readonly onTarget: (target: JumpTarget | undefined) => void
  readonly autosave: AnswersAutosave
  readonly unreadable: UnreadableAnswers
}

const none: ReadonlySet<string> = new Set()

/** The sections as tabs; only the one on screen and the member being edited are mounted. */
export const DraftForm = (props: DraftFormProps) => {
  const { form, answers, issues, section, target, onSection, onTarget } = props
  const { t } = useTranslation()
  const change = useAnswerChanges(props.autosave)
  useReturnToRow(target)
  const groups = useMemo(() => groupsOf(form), [form])
  const rosterFields = form.sections.find(({ roster }) => roster)?.roster?.fields ?? []
  const index = form.sections.findIndex(({ id }) => id === section)
  const next = form.sections[index + 1]
  return (
    <div className={classes['form']}>
      <Tabs value={section} onChange={(value) => value !== null && onSection(value)} keepMounted={false}>
        <Tabs.List className={classes['tabs'] ?? ''} aria-label={form.title}>
          {form.sections.map(({ id, title }) => <SectionTab key={id} id={id} title={title} count={issues.filter(({ issue, place }) => issue.severity === 'error' && place && sectionOf(form, place) === id).length} />)}
        </Tabs.List>
        {form.sections.map((each) => (
          <Tabs.Panel key={each.id} value={each.id} pt="md">
            <SectionBody {...props} section={each} group={groups.household} onAnswer={change.household} onAdd={change.add} />
          </Tabs.Panel>
        ))}
      </Tabs>
      {next && <Button variant="subtle" mt="md" px={0} onClick={() => onSection(next.id)}>{t('form.next', { title: next.title })}</Button>}
      <OpenMember {...props} group={groups.members} fields={rosterFields} onAnswer={change.member} onRemove={(member) => {
        onTarget(undefined)
        change.remove(member)
      }} key={target?.member === undefined ? 'none' : answers.members.length} />
    </div>
  )
}

const SectionTab = ({ id, title, count }: { readonly id: string; readonly title: string; readonly count: number }) => {
  const { t } = useTranslation()
  return (
    <Tabs.Tab value={id}>
      {title}
      {count > 0 && <span className={classes['count']}>{t('form.errors', { count })}</span>}
    </Tabs.Tab>
  )
}

interface SectionBodyProps extends Omit<DraftFormProps, 'section'> {
  readonly section: GeneratedSection
  readonly group: Parameters<typeof QuestionForm>[0]['group']
  readonly onAnswer: (field: string, answer: Answer | undefined) => void
  readonly onAdd: () => string
}

const SectionBody = ({ assembly, answers, hidden = none, issues, section, target, onTarget, unreadable, group, onAnswer, onAdd }: SectionBodyProps) => {
  const { language } = useLanguage()
  const texts = useMemo(() => unreadable.of(undefined), [unreadable])
  const errors = useMemo(() => errorsAt(issues, undefined, language), [issues, language])
  const focus = target?.member === undefined && section.fields.includes(target?.field ?? '') ? target : undefined
  return (
    <>
      {section.help && <Text c="var(--quiet)" mb="md">{section.help}</Text>}
      <UnreadableContext value={texts}>
        <QuestionForm name="household" group={group} fields={section.fields.filter((each) => !hidden.has(`household.${each}`))} answers={answers.household} errors={errors} focus={focus} onAnswer={onAnswer} />
      </UnreadableContext>
      {section.roster && (
        <Roster
          assembly={assembly}
          members={answers.members}
          columns={section.roster.columns}
          errorCount={(id) => issues.filter(({ issue, place }) => issue.severity === 'error' && place?.member === id).length}
          onOpen={(id) => onTarget(firstQuestion(section.roster?.fields ?? [], id, hidden))}
          onAdd={() => onTarget({ member: onAdd(), field: assembly.common.register.name })}
        />
      )}
    </>
  )
}

interface OpenMemberProps extends DraftFormProps {
  readonly group: Parameters<typeof QuestionForm>[0]['group']
  readonly fields: readonly string[]
  readonly onAnswer: (member: string, field: string, answer: Answer | undefined) => void
  readonly onRemove: (member: string) => void
}

const OpenMember = ({ assembly, answers, hidden = none, issues, target, onTarget, unreadable, group, fields, onAnswer, onRemove }: OpenMemberProps) => {
  const { language, read } = useLanguage()
  const index = answers.members.findIndex(({ id }) => id === target?.member)
  const member = answers.members[index]
  const errors = useMemo(() => errorsAt(issues, member?.id ?? '', language), [issues, member?.id, language])
  const texts = useMemo(() => unreadable.of(member?.id), [unreadable, member?.id])
  if (!member) return null
  const next = answers.members[index + 1]
  return (
    <UnreadableContext value={texts}>
      <MemberDrawer
        member={member}
        title={read(memberTitle(assembly, answers.members, member.id))}
        group={group}
        fields={fields.filter((each) => !hidden.has(`members.${member.id}.${each}`))}
        errors={errors}
        focus={target}
        onAnswer={onAnswer}
        onRemove={onRemove}
        onNext={next && (() => onTarget(firstQuestion(fields, next.id, hidden)))}
        onClose={() => onTarget(undefined)}
      />
    </UnreadableContext>
  )
}

/** Opening a member begins at the first question shown. */
const firstQuestion = (fields: readonly string[], member: string, hidden: ReadonlySet<string>): JumpTarget => {
  const field = fields.find((each) => !hidden.has(`members.${member}.${each}`))
  return { member, ...(field !== undefined && { field }) }
}

/** Closing a member leads back to its row; jumping to another question does not. */
const useReturnToRow = (target: JumpTarget | undefined): void => {
  const opened = useRef<string>(undefined)
  useEffect(() => {
    if (!target && opened.current !== undefined) focusMemberRow(opened.current)
    opened.current = target?.member
  }, [target])
}

/** Changes start from the newest answers, not from those last drawn, so quick ones do not undo each other. */
const useAnswerChanges = (autosave: AnswersAutosave) =>
  useMemo(() => {
    const current = () => autosave.getState().content
    return {
      household: (field: string, answer: Answer | undefined) => autosave.change(answerHousehold(current(), field, answer)),
      member: (id: string, field: string, answer: Answer | undefined) => autosave.change(answerMember(current(), id, field, answer)),
      add: () => {
        const id = randomId()
        autosave.change(addMember(current(), id))
        return id
      },
      remove: (id: string) => autosave.change(removeMember(current(), id)),
    }
  }, [autosave])
