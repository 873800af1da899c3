import { Table, VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { PresenceMark } from '../presence/PresenceMark.tsx'
import { ClearMatrixAnswer } from './ClearMatrixAnswer.tsx'
import classes from './MatrixQuestions.module.css'
import type { MatrixContent } from './matrix-content.ts'
import { MatrixRadio, MatrixWords } from './MatrixRadio.tsx'

/** A matrix as a table: a row for each question, a column for each choice. */
export const MatrixTable = ({ id, title, help, choices, questions }: MatrixContent) => {
  const { t } = useTranslation()
  const headId = (index: number): string => `${id}-choice-${index}`
  return (
    <div className={classes['scroll']}>
      <Table className={classes['table'] ?? ''} withTableBorder captionSide="top">
        <Table.Caption className={classes['caption'] ?? ''}>
          {title}
          {help && <span className={classes['help']}>{help}</span>}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th><VisuallyHidden>{t('form.question')}</VisuallyHidden></Table.Th>
            {choices.map(({ value, label }, index) => <Table.Th key={String(value)} id={headId(index)} className={classes['choice'] ?? ''}>{label}</Table.Th>)}
            <Table.Td className={classes['end'] ?? ''} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {questions.map((question) => (
            <Table.Tr key={question.id} className={classes['row'] ?? ''} data-question={question.id}>
              <Table.Th scope="row" className={classes['words'] ?? ''}><MatrixWords question={question} /><PresenceMark place={question.id} /></Table.Th>
              {choices.map(({ value }, index) => <Table.Td key={String(value)} className={classes['answer'] ?? ''}><MatrixRadio question={question} choices={choices} index={index} headId={headId(index)} /></Table.Td>)}
              <Table.Td className={classes['end'] ?? ''}><ClearMatrixAnswer question={question} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </div>
  )
}
