import { Radio, VisuallyHidden } from '@mantine/core'
import type { KeyboardEvent } from 'react'
import { isClearKey, yesNoByKey } from './answer-keys.ts'
import type { Choice } from './form-layout.ts'
import type { MatrixQuestion } from './matrix-content.ts'
import classes from './MatrixQuestions.module.css'

interface MatrixRadioProps {
  readonly question: MatrixQuestion
  readonly choices: readonly Choice[]
  /** Which of the choices. */
  readonly index: number
  /** What names it beside the question, where its own words are not to be seen. */
  readonly headId?: string
}

const wordsIdOf = ({ id }: MatrixQuestion): string => `${id}-label`

/** What stands below the words of a question and belongs to each of its choices. */
const describedBy = ({ id, help, error }: MatrixQuestion): string => [help && `${id}-description`, error && `${id}-error`].filter(Boolean).join(' ')

/** One choice of one question of a matrix. The keys of its kind answer, Delete takes the answer back. */
export const MatrixRadio = ({ question, choices, index, headId }: MatrixRadioProps) => {
  const { id, answer, error, first, onAnswer } = question
  const choice = choices[index]
  if (!choice) return null
  const { value, label } = choice
  const stop = Math.max(0, choices.findIndex((each) => each.value === answer))
  const description = describedBy(question)
  const byKey = (event: KeyboardEvent) => {
    const said = typeof value === 'boolean' ? yesNoByKey(event) : isClearKey(event) ? 'clear' : undefined
    if (said !== undefined) onAnswer(said === 'clear' ? undefined : said)
  }
  return (
    <Radio
      name={id}
      checked={answer === value}
      // Of a question without answer browsers stop at each choice; one stop is enough, from which arrows lead on.
      tabIndex={index === stop ? 0 : -1}
      onChange={() => onAnswer(value)}
      onKeyDown={byKey}
      label={headId === undefined ? label : <VisuallyHidden>{label}</VisuallyHidden>}
      classNames={headId === undefined ? {} : { label: classes['cover'] ?? '', body: classes['middle'] ?? '', inner: classes['above'] ?? '' }}
      {...(headId !== undefined && { 'aria-labelledby': `${wordsIdOf(question)} ${headId}` })}
      {...(description && { 'aria-describedby': description })}
      {...(error !== undefined && { 'aria-invalid': true })}
      {...(first && { 'data-autofocus': true })}
    />
  )
}

/** The words of a question of a matrix, with its help and what is wrong. */
export const MatrixWords = ({ question }: { readonly question: MatrixQuestion }) => {
  const { id, label, help, error } = question
  return (
    <>
      <span id={wordsIdOf(question)} className={classes['label']}>{label}</span>
      {help && <span id={`${id}-description`} className={classes['help']}>{help}</span>}
      {error && <span id={`${id}-error`} className={classes['error']}>{error}</span>}
    </>
  )
}
