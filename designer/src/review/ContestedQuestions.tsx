import { Alert, Button, Radio } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { formatOfField, questionTitle, writeAnswer, type Assembly, type MemberAnswers, type Question } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Submission, SubmissionAnswers } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay, formatInstant } from '../ui/day-text.ts'
import { mergeAnswers } from './merge-answers.ts'
import type { Side } from './merge-member.ts'
import classes from './SubmissionPage.module.css'

interface ContestedQuestionsProps {
  readonly assembly: Assembly
  readonly base: SubmissionAnswers
  readonly mine: SubmissionAnswers
  readonly theirs: Submission
  /** Sent from here without an answer: what is still so on their side is nobody else's. */
  readonly unanswered: readonly SubmissionAnswers[]
  readonly onSettle: (answers: SubmissionAnswers) => void
}

const keyOf = ({ member = '', field }: Question): string => `${member}.${field}`

/** Members among whom a person stands, who may be gone on one side or on both. */
const membersWith = (id: string | undefined, ...sides: readonly SubmissionAnswers[]): readonly MemberAnswers[] =>
  sides.find(({ members }) => members.some((member) => member.id === id))?.members ?? sides.flatMap(({ departures = {} }) => departures[id ?? '']?.answers ?? [])

/** The questions two people answered otherwise, one by one: both answers in words, whose they are, and which shall stand. */
export const ContestedQuestions = ({ assembly, base, mine, theirs, unanswered, onSettle }: ContestedQuestionsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [chosen, setChosen] = useState<Readonly<Record<string, Side>>>({})
  const choose = (question: string, side: Side): void => setChosen({ ...chosen, [question]: side })
  const sideOf = (question: Question): Side => chosen[keyOf(question)] ?? 'mine'
  const { answers, both } = mergeAnswers({ base, mine, theirs: theirs.answers }, { choose: sideOf, unanswered })
  const person = theirs.updated_by.name
  return (
    <Alert color="yellow" variant="outline" role="alert" m="md" icon={<IconAlertTriangle aria-hidden />} title={t('conflict.title', { count: both.length })}>
      <p>{t('conflict.text', { person, at: formatInstant(theirs.updated_at) })}</p>
      {both.map((question) => (
        <Radio.Group
          key={keyOf(question)}
          className={classes['contested'] ?? ''}
          label={read(questionTitle(assembly, membersWith(question.member, mine, theirs.answers), question))}
          value={sideOf(question)}
          onChange={(side) => choose(keyOf(question), side === 'theirs' ? 'theirs' : 'mine')}
        >
          <Radio value="mine" label={<Answered assembly={assembly} question={question} answers={mine} whose={t('conflict.mine')} />} />
          <Radio value="theirs" label={<Answered assembly={assembly} question={question} answers={theirs.answers} whose={t('conflict.theirs', { person })} />} />
        </Radio.Group>
      ))}
      <Button mt="sm" onClick={() => onSettle(answers)}>{t('conflict.settle')}</Button>
    </Alert>
  )
}

interface AnsweredProps {
  readonly assembly: Assembly
  readonly question: Question
  readonly answers: SubmissionAnswers
  readonly whose: string
}

/** What one side answered, or what it says of the member. */
const Answered = ({ assembly, question: { field, member: id }, answers, whose }: AnsweredProps) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const answer = (id === undefined ? answers.household : answers.members.find((each) => each.id === id))?.[field]
  const schema = assembly.fields.get(field)?.schema
  const written = answer === undefined ? t('form.notAnswered') : writeAnswer(answer, { ...formatOfField(schema), lists: assembly.lists, language })
  return <><strong>{field === 'members' && id !== undefined ? <Passage id={id} answers={answers} /> : written}</strong> <span className={classes['whose']}>{whose}</span></>
}

/** Whether a person is of the household, and how they came or went. */
const Passage = ({ id, answers: { members, arrivals = {}, departures = {} } }: { readonly id: string; readonly answers: SubmissionAnswers }) => {
  const { t } = useTranslation()
  const here = members.some((member) => member.id === id)
  const passed = here ? arrivals[id] : departures[id]
  if (!passed) return t(here ? 'conflict.memberKept' : 'conflict.memberOut')
  const how = t(`conflict.${passed.how}`)
  return passed.on === undefined ? how : t('conflict.since', { how, day: formatDay(passed.on) })
}
