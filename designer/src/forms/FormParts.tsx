import type { ColumnCount, LayoutPart } from '@tieuchi/runtime'
import { useEffect, useMemo } from 'react'
import { questionsOfParts, shownParts } from './form-layout.ts'
import { PartList } from './PartList.tsx'
import type { PartContent } from './part-content.ts'
import { focusQuestion } from './question-focus.ts'
import { useFocusKept } from './use-focus-kept.ts'

interface FormPartsProps extends PartContent {
  readonly parts: readonly LayoutPart[]
  /** Of questions that stand in no group. */
  readonly columns: ColumnCount
}

/** The parts of a section or of a member, laid out as the form says. Leads to the question to stand at, and on from one that goes away. */
export const FormParts = ({ parts, columns, ...content }: FormPartsProps) => {
  const { name, whose, hidden, focus } = content
  const questions = useMemo(() => questionsOfParts(shownParts(parts, whose, hidden)), [parts, whose, hidden])
  const kept = useFocusKept(name, questions)
  useEffect(() => {
    if (focus?.field !== undefined) focusQuestion(`${name}_${focus.field}`)
  }, [focus, name])
  return <div {...kept}><PartList parts={parts} columns={columns} content={content} /></div>
}
