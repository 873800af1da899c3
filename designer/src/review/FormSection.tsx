import { Text } from '@mantine/core'
import type { GeneratedSection, Issue } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { DepartedMembers } from '../forms/DepartedMembers.tsx'
import { FormParts } from '../forms/FormParts.tsx'
import type { FormGroups } from '../forms/group-schema.ts'
import { Roster } from '../forms/Roster.tsx'
import { SoftQuestionsContext } from '../forms/soft-questions.ts'
import { UnreadableContext } from '../forms/unreadable-texts.ts'
import { firstQuestion, newcomersOf, noFacts, noneHidden, type FormContent } from './draft-form-props.ts'
import { errorsAt, sectionOf, softAt } from './places.ts'
import { memberAsked, showsMember } from './sections/section-state.ts'
import type { AnswerChanges } from './use-answer-changes.ts'

interface FormSectionProps extends FormContent {
  readonly section: GeneratedSection
  readonly groups: FormGroups
  readonly change: AnswerChanges
  /** Whether the section asks anything of this household. */
  readonly asks: boolean
}

/** The questions of one section, and the members where it asks about them. */
export const FormSection = (props: FormSectionProps) => {
  const { form, answers, hidden = noneHidden, facts = noFacts, issues, section, target, unreadable, groups, change, asks } = props
  const { t } = useTranslation()
  const { language } = useLanguage()
  const texts = useMemo(() => unreadable.of(undefined), [unreadable])
  const errors = useMemo(() => errorsAt(issues, undefined, language), [issues, language])
  const soft = useMemo(() => softAt(issues, undefined, 'household'), [issues])
  const focus = target && target.member === undefined && sectionOf(form, { field: target.field ?? '' }) === section.id ? target : undefined
  return (
    <>
      {section.rules !== undefined && <Text c="var(--quiet)" mb="md">{t('form.pageOf', { rules: section.rules })}</Text>}
      {section.help && <Text c="var(--quiet)" mb="md">{section.help}</Text>}
      {!asks && <Text mb="md">{t('sections.asksNothing')}</Text>}
      <UnreadableContext value={texts}><SoftQuestionsContext value={soft}>
        <FormParts
          name="household"
          whose="household"
          parts={section.parts}
          columns={section.columns}
          group={groups.household}
          answers={answers.household}
          errors={errors}
          hidden={hidden}
          facts={facts}
          focus={focus}
          onAnswer={change.household}
          roster={asks && section.roster && <SectionMembers {...props} roster={section.roster} />}
        />
      </SoftQuestionsContext></UnreadableContext>
    </>
  )
}

const SectionMembers = ({ assembly, answers, known, hidden = noneHidden, issues, onTarget, change, groups, roster, section }: FormSectionProps & { readonly roster: NonNullable<GeneratedSection['roster']> }) => {
  const { language } = useLanguage()
  const wrongDay = (id: string): string | undefined => issues.find(({ issue: { path } }) => path[0] === 'departures' && path[1] === id)?.issue.message[language]
  const countOf = (severity: Issue['severity'], id: string): number => issues.filter(({ issue, place }) => issue.severity === severity && place?.member === id).length
  const own = section.rules === undefined
  return (
    <div>
      <Roster
        assembly={assembly}
        members={answers.members}
        columns={roster.columns.map((field) => ({ field, label: groups.members.properties[field]?.title ?? '' }))}
        newcomers={newcomersOf(answers, known)}
        stateOf={(member) => ({ ...memberAsked(roster, member, hidden), errors: countOf('error', member.id), warnings: countOf('warning', member.id), shown: own || showsMember(roster, member.id, hidden) })}
        onOpen={(id) => onTarget(firstQuestion(roster.fields, id, hidden))}
        // Who is of the household the form itself asks, and no page of another programme.
        onAdd={own ? () => onTarget({ member: change.add(), field: assembly.common.register.name }) : undefined}
      />
      {own && answers.departures && <DepartedMembers assembly={assembly} departures={answers.departures} errorOf={wrongDay} onReturn={change.goBack} />}
    </div>
  )
}
