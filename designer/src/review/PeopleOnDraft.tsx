import { memberTitle, questionTitle, type Assembly, type GeneratedForm, type MemberAnswers, type Question } from '@tieuchi/runtime'
import type { PresentPerson } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { attachmentsOf } from '../forms/form-layout.ts'
import { PresentPeople } from '../presence/PresentPeople.tsx'
import { readStanding } from './standing.ts'

interface PeopleOnDraftProps {
  readonly assembly: Assembly
  readonly form: GeneratedForm
  readonly members: readonly MemberAnswers[]
  readonly others: readonly PresentPerson[]
  readonly onGo: (question: Question) => void
  readonly onSection: (section: string) => void
}

/** Who else fills this form, and at which question each of them is. */
export const PeopleOnDraft = ({ assembly, form, members, others, onGo, onSection }: PeopleOnDraftProps) => {
  const { read } = useLanguage()
  const isHere = ({ member }: Question): boolean => member === undefined || members.some(({ id }) => id === member)
  const whereOf = ({ place }: PresentPerson): string | undefined => {
    const standing = readStanding(place)
    if (!standing) return undefined
    if ('section' in standing) return form.sections.find(({ id }) => id === standing.section)?.title
    const { field, member } = standing.question
    if (!isHere(standing.question)) return undefined
    const attachment = attachmentsOf(form).get(field)
    if (attachment !== undefined) return attachment
    return read(field === 'members' && member !== undefined ? memberTitle(assembly, members, member) : questionTitle(assembly, members, standing.question))
  }
  const go = ({ place }: PresentPerson): void => {
    const standing = readStanding(place)
    if (!standing) return
    if ('section' in standing) onSection(standing.section)
    else if (isHere(standing.question)) onGo(standing.question)
  }
  return <PresentPeople others={others} whereOf={whereOf} onGo={go} />
}
