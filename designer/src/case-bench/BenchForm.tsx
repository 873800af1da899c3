import { Select } from '@mantine/core'
import type { Assembly, GeneratedForm } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { DraftForm } from '../review/DraftForm.tsx'
import type { JumpTarget } from '../review/draft-form-props.ts'
import { placeIssues } from '../review/places.ts'
import type { AnswerStore } from '../review/use-answer-changes.ts'
import { useUnreadableAnswers } from '../review/use-unreadable-answers.ts'
import { answersOf, membershipOf, withAnswers, withMembership, type Membership } from './case-content.ts'
import classes from './case-bench.module.css'
import type { CaseJudging } from './use-case-judgement.ts'
import type { CaseWriting } from './use-case-writing.ts'

interface BenchFormProps {
  readonly own: Assembly
  readonly form: GeneratedForm
  readonly writing: CaseWriting
  readonly judging: CaseJudging
  readonly section: string
  readonly onSection: (section: string) => void
  readonly target: JumpTarget | undefined
  readonly onTarget: (target: JumpTarget | undefined) => void
}

/** The form as officers fill it in, writing into the case. */
export const BenchForm = ({ own, form, writing, judging: { judgement }, section, onSection, target, onTarget }: BenchFormProps) => {
  const { draft } = useDraft()
  const { example, current, write } = writing
  const unreadable = useUnreadableAnswers('case', `${draft.id}.${example.id}`)
  const answers = useMemo(() => answersOf(example.given), [example.given])
  const store = useMemo((): AnswerStore => ({
    getState: () => ({ content: answersOf(current().given) }),
    change: (next) => write((now) => withAnswers(now, next), 'answers'),
  }), [current, write])
  const issues = useMemo(() => placeIssues([...unreadable.issues(answers.members), ...(judgement?.issues ?? [])], answers.members), [unreadable, answers, judgement])
  const roster = form.sections.find((each) => each.roster)
  return (
    <div className={classes['form']}>
      <DraftForm assembly={own} form={form} answers={answers} known={undefined} hidden={judgement?.hidden} facts={judgement?.facts} issues={issues} section={section} target={target} onSection={onSection} onTarget={onTarget} store={store} unreadable={unreadable} />
      {roster?.id === section && <MembershipField writing={writing} />}
    </div>
  )
}

const memberships: readonly Membership[] = ['unknown', 'complete', 'partial']

/** Whether the members given are all there are. */
const MembershipField = ({ writing: { example: { given }, write } }: { readonly writing: CaseWriting }) => {
  const { t } = useTranslation()
  const offered = memberships.filter((each) => each !== 'unknown' || (given.members ?? []).length === 0)
  return (
    <Select
      label={t('bench.membership')}
      data={offered.map((value) => ({ value, label: t(`bench.membership.${value}`) }))}
      value={membershipOf(given)}
      onChange={(next) => write((now) => ({ ...now, given: withMembership(now.given, memberships.find((each) => each === next) ?? 'unknown') }))}
      allowDeselect={false}
      maw={320}
      mt="md"
    />
  )
}
