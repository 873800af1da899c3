import { PresenceMark } from '../presence/PresenceMark.tsx'
import { ClearMatrixAnswer } from './ClearMatrixAnswer.tsx'
import classes from './MatrixQuestions.module.css'
import type { MatrixContent } from './matrix-content.ts'
import { MatrixRadio, MatrixWords } from './MatrixRadio.tsx'

/** A matrix where there is no room for a table: its questions one under another, each with its choices. */
export const MatrixList = ({ title, help, choices, questions }: MatrixContent) => (
  <fieldset className={classes['list']}>
    <legend className={classes['caption']}>{title}</legend>
    {help && <p className={classes['help']}>{help}</p>}
    {questions.map((question) => (
      <div key={question.id} className={classes['question']} data-question={question.id} role="radiogroup" aria-labelledby={`${question.id}-label`}>
        <div className={classes['head']}><div><MatrixWords question={question} /><PresenceMark place={question.id} /></div><ClearMatrixAnswer question={question} /></div>
        <div className={classes['choices']}>
          {choices.map(({ value }, index) => <MatrixRadio key={String(value)} question={question} choices={choices} index={index} />)}
        </div>
      </div>
    ))}
  </fieldset>
)
