import { memberTitle, type GeneratedSection } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useLanguage } from '../app/use-language.ts'
import type { GroupSchema } from '../forms/group-schema.ts'
import { ARRIVAL } from '../forms/arrival-question.ts'
import { MemberArrival } from '../forms/MemberArrival.tsx'
import { MemberDrawer, type SectionOnward } from '../forms/MemberDrawer.tsx'
import { SoftQuestionsContext } from '../forms/soft-questions.ts'
import { UnreadableContext } from '../forms/unreadable-texts.ts'
import { firstQuestion, newcomersOf, noFacts, noneHidden, type FormContent } from './draft-form-props.ts'
import { errorsAt, softAt } from './places.ts'
import { showsMember } from './sections/section-state.ts'
import type { AnswerChanges } from './use-answer-changes.ts'

interface OpenMemberProps extends FormContent {
  readonly group: GroupSchema
  /** The section that asks about the members. */
  readonly section: GeneratedSection
  readonly change: AnswerChanges
  /** The section after it. */
  readonly onward?: SectionOnward | undefined
}

/** The member one stands at, in its drawer. */
export const OpenMember = ({ assembly, answers, known, hidden = noneHidden, facts = noFacts, issues, target, onTarget, unreadable, group, section, change, onward }: OpenMemberProps) => {
  const { language, read } = useLanguage()
  const index = answers.members.findIndex(({ id }) => id === target?.member)
  const member = answers.members[index]
  const errors = useMemo(() => errorsAt(issues, member?.id ?? '', language), [issues, member?.id, language])
  const soft = useMemo(() => softAt(issues, member?.id ?? '', 'member'), [issues, member?.id])
  const texts = useMemo(() => unreadable.of(member?.id), [unreadable, member?.id])
  const { roster, columns } = section
  if (!member || !roster) return null
  const own = section.rules === undefined
  const name = read(memberTitle(assembly, answers.members, member.id))
  const next = answers.members.slice(index + 1).find(({ id }) => own || showsMember(roster, id, hidden))
  const arrival = newcomersOf(answers, known).has(member.id) && (
    <MemberArrival key={member.id} arrival={answers.arrivals?.[member.id]} errors={errors[ARRIVAL]} onArrival={(how) => change.arrive(member.id, how)} />
  )
  return (
    <UnreadableContext value={texts}><SoftQuestionsContext value={soft}>
      <MemberDrawer
        member={member}
        title={own ? name : `${name} · ${section.title}`}
        group={group}
        parts={roster.parts}
        columns={columns}
        hidden={hidden}
        facts={facts}
        errors={errors}
        focus={target}
        onAnswer={change.member}
        arrival={arrival}
        known={known?.includes(member.id) ?? false}
        onGoing={own ? (id, going) => {
          onTarget(undefined)
          change.go(id, going)
        } : undefined}
        onNext={next && (() => onTarget(firstQuestion(roster.fields, next.id, hidden)))}
        onAdd={own ? () => onTarget({ member: change.add(), field: assembly.common.register.name }) : undefined}
        onward={own ? undefined : onward}
        onClose={() => onTarget(undefined)}
      />
    </SoftQuestionsContext></UnreadableContext>
  )
}
