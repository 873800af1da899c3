import { Alert, Anchor, Text } from '@mantine/core'
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { Assembly, MemberAnswers, Question } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './SubmissionPage.module.css'
import { issueText, type PlacedIssue } from './places.ts'

interface IssueListProps {
  readonly assembly: Assembly
  readonly members: readonly MemberAnswers[]
  readonly issues: readonly PlacedIssue[]
  /** What has no answer yet; it may be sent without. */
  readonly left: readonly Question[]
  readonly onGo: (place: Question) => void
  readonly onClose: () => void
}

/** What checking found; every line leads to its question. */
export const IssueList = ({ assembly, members, issues, left, onGo, onClose }: IssueListProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const clean = issues.length === 0
  const soft = issues.every(({ issue }) => issue.severity === 'warning')
  return (
    <Alert
      color={clean ? 'teal' : soft ? 'yellow' : 'red'}
      variant="outline"
      m="md"
      mb={0}
      title={clean ? t('check.clean') : t('check.found', { count: issues.length })}
      icon={clean ? <IconCircleCheck aria-hidden /> : soft ? <IconAlertTriangle aria-hidden /> : <IconAlertCircle aria-hidden />}
      withCloseButton
      closeButtonLabel={t('check.close')}
      onClose={onClose}
    >
      {clean && left[0] && <Text>{t('check.left', { count: left.length })} <ToFirst question={left[0]} onGo={onGo} /></Text>}
      <ul className={classes['issues']}>
        {issues.map(({ issue, place }, index) => (
          <li key={`${issue.code}-${issue.path.join('.')}-${index}`}>
            {place ? <Anchor component="button" type="button" ta="start" onClick={() => onGo(place)}>{read(issueText(assembly, members, issue))}</Anchor> : read(issueText(assembly, members, issue))}
            {issue.severity === 'warning' && ` ${t('check.soft')}`}
          </li>
        ))}
      </ul>
    </Alert>
  )
}

const ToFirst = ({ question, onGo }: { readonly question: Question } & Pick<IssueListProps, 'onGo'>) => {
  const { t } = useTranslation()
  return <Anchor component="button" type="button" onClick={() => onGo(question)}>{t('check.toFirst')}</Anchor>
}
