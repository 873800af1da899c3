import { Alert, Anchor, Button, Group, List, Modal, Stack, Text, Textarea } from '@mantine/core'
import { titleOfLayer, type Assembly, type Issue, type MemberAnswers, type Places, type Question } from '@tieuchi/runtime'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemError, detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { distinctQuestions } from '../results/open-questions.ts'
import { useResultSurroundings } from '../results/result-surroundings.ts'
import { OutcomeBadge } from '../ui/OutcomeBadge.tsx'
import { issueText } from './places.ts'
import classes from './SubmissionPage.module.css'
import { layersOf, type Judgement } from './use-judgement.ts'

interface SubmitDialogProps {
  readonly assembly: Assembly
  readonly judgement: Judgement
  /** Names of the units whose rules were read. */
  readonly places: Places
  readonly members: readonly MemberAnswers[]
  /** Soft checks that fail; each needs a reason. */
  readonly soft: readonly Issue[]
  readonly pending: boolean
  readonly problem: Error | null
  readonly onSubmit: (reasons: Readonly<Record<string, string>>) => void
  readonly onClose: () => void
  /** Leads to a question of the form. */
  readonly onGo: (question: Question) => void
}

const checkOf = ({ params, code }: Issue): string => (typeof params['check'] === 'string' ? params['check'] : code)

/** Asks once more before sending, naming what will be decided, and takes the reasons that soft checks need. */
export const SubmitDialog = ({ assembly, judgement, places, members, soft, pending, problem, onSubmit, onClose, onGo }: SubmitDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [reasons, setReasons] = useState<Readonly<Record<string, string>>>({})
  const [tried, setTried] = useState(false)
  const checks = [...new Set(soft.map(checkOf))].map((check) => [check, soft.filter((issue) => checkOf(issue) === check)] as const)
  const lacking = checks.filter(([check]) => (reasons[check] ?? '').trim() === '')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    const [first] = lacking
    if (first) document.getElementById(`reason-${first[0]}`)?.focus()
    else onSubmit(Object.fromEntries(checks.map(([check]) => [check, (reasons[check] ?? '').trim()])))
  }
  const evaluations = layersOf(judgement)
  const open = evaluations.flatMap(({ result }) => result.outcomes).filter(({ state }) => state === 'undetermined')
  return (
    <Modal opened onClose={onClose} title={t('submit.title')} size="lg" closeButtonProps={{ 'aria-label': t('close') }}>
      <form onSubmit={submit} noValidate><Stack gap="md">
        <Text>{t('submit.text')}</Text>
        <dl className={classes['outcomes']}>
          {evaluations.flatMap(({ interpreter, result }) => result.outcomes.map((outcome) => (
            <div key={`${result.layer}-${outcome.id}`}>
              <dt>{read(outcome.title)}{evaluations.length > 1 && ` – ${read(titleOfLayer(interpreter.assembly, places))}`}</dt>
              <dd><OutcomeBadge outcome={outcome} lists={assembly.lists} /></dd>
            </div>
          )))}
        </dl>
        {open.length > 0 && (
          <Alert color="yellow" variant="outline">
            <Text>{t('submit.undetermined', { names: [...new Set(open.map(({ title }) => read(title)))].join('; ') })}</Text>
            <StillToAsk questions={distinctQuestions(open)} onGo={onGo} />
          </Alert>
        )}
        {checks.map(([check, issues]) => (
          <Textarea
            key={check}
            id={`reason-${check}`}
            label={t('submit.reason')}
            description={issues.map((issue) => read(issueText(assembly, members, issue))).join(' ')}
            value={reasons[check] ?? ''}
            onChange={(event) => setReasons({ ...reasons, [check]: event.currentTarget.value })}
            error={tried && lacking.some(([other]) => other === check) && t('submit.reasonMissing')}
            maxLength={1000}
            autosize
            minRows={2}
            required
          />
        ))}
        {problem && <SubmitProblem assembly={assembly} members={members} problem={problem} />}
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={onClose}>{t('submit.back')}</Button>
          <Button type="submit" loading={pending}>{t('submit.confirm')}</Button>
        </Group>
      </Stack></form>
    </Modal>
  )
}

/** How many questions would conclude what is open, and the way to the first of them that the form asks. */
const StillToAsk = ({ questions, onGo }: { readonly questions: readonly Question[] } & Pick<SubmitDialogProps, 'onGo'>) => {
  const { t } = useTranslation()
  const { asks } = useResultSurroundings()
  const first = questions.find(asks)
  if (questions.length === 0) return null
  return (
    <Text mt="xs">
      {t('submit.ask', { count: questions.length })}
      {first && <> <Anchor component="button" type="button" fz="inherit" onClick={() => onGo(first)}>{t('submit.toFirst')}</Anchor></>}
    </Text>
  )
}

const SubmitProblem = ({ assembly, members, problem }: Pick<SubmitDialogProps, 'assembly' | 'members'> & { readonly problem: Error }) => {
  const { read } = useLanguage()
  const issues = problem instanceof ProblemError ? problem.issues : []
  return (
    <Alert color="red" variant="outline" role="alert" title={read(detailOf(problem))}>
      {issues.length > 0 && <List size="sm">{issues.map((issue) => <List.Item key={`${issue.code}-${issue.path.join('.')}`}>{read(issueText(assembly, members, issue))}</List.Item>)}</List>}
    </Alert>
  )
}
