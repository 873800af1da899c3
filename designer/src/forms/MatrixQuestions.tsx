import { useElementSize, useMediaQuery } from '@mantine/hooks'
import { getUiOptions } from '@rjsf/utils'
import type { Answer, Answers } from '@tieuchi/runtime'
import type { Choice } from './form-layout.ts'
import type { GroupSchema } from './group-schema.ts'
import type { MatrixContent, MatrixQuestion } from './matrix-content.ts'
import { MatrixList } from './MatrixList.tsx'
import { MatrixTable } from './MatrixTable.tsx'

interface MatrixQuestionsProps {
  /** Begins the ids of the inputs. */
  readonly name: string
  /** Of the matrix among the items of the form. */
  readonly id: string
  readonly title: string
  readonly help?: string | undefined
  readonly fields: readonly string[]
  readonly choices: readonly Choice[]
  readonly group: GroupSchema
  readonly answers: Answers
  readonly errors: Readonly<Record<string, readonly string[]>>
  /** The question to stand at. */
  readonly focus?: string | undefined
  readonly onAnswer: (field: string, answer: Answer | undefined) => void
}

/** Less than this is no room for a table, in pixels. */
const NARROW = 440

/** Questions with the same choices: a table with a row each, on a phone one under another. */
export const MatrixQuestions = ({ name, id, title, help, fields, choices, group, answers, errors, focus, onAnswer }: MatrixQuestionsProps) => {
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  // Where it stands may be narrower than the screen.
  const { ref, width } = useElementSize()
  const questions = fields.map((field): MatrixQuestion => ({
    id: `${name}_${field}`,
    label: group.properties[field]?.title ?? field,
    help: getUiOptions(group.uiSchema[field]).help,
    error: errors[field]?.join(' '),
    answer: answers[field],
    first: field === focus,
    onAnswer: (answer) => onAnswer(field, answer),
  }))
  const content: MatrixContent = { id: `${name}_${id}`, title, help, choices, questions }
  const narrow = width === 0 ? phone : width < NARROW
  return <div ref={ref}>{narrow ? <MatrixList {...content} /> : <MatrixTable {...content} />}</div>
}
