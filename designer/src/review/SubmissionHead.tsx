import { Anchor, Group } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { Answer, Assembly } from '@tieuchi/runtime'
import type { Submission, SubmissionAnswers } from '../api/contract.ts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { programmesQuery } from '../api/policy-api.ts'
import { usePageDate } from '../app/reference-date.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { PageHead } from '../ui/PageHead.tsx'
import classes from './SubmissionPage.module.css'

interface SubmissionHeadProps {
  readonly submission: Submission
  readonly assembly: Assembly
  readonly answers: SubmissionAnswers
  /** The reference date or the control that changes it, and what can be done with the review as a whole. */
  readonly tools: ReactNode
}

const textOf = (answer: Answer | undefined): string | undefined => (typeof answer === 'string' && answer !== '' ? answer : undefined)

/** Whose review this is, where, and by which rules it is judged. */
export const SubmissionHead = ({ submission, assembly, answers, tools }: SubmissionHeadProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { register } = assembly.common
  usePageDate(submission.moment.law_at)
  const head = answers.members.find((member) => member[register.head.field] === register.head.value)
  const name = textOf(head?.[register.name]) ?? (submission.label || undefined)
  const place = register.place === undefined ? undefined : textOf(answers.household[register.place])
  const validFrom = useValidFrom(submission)
  const rules = validFrom === undefined ? t('submission.rules', { title: read(assembly.release.title) }) : t('submission.rulesFrom', { title: read(assembly.release.title), day: formatDay(validFrom) })
  return (
    <PageHead
      focused
      title={name === undefined ? t('submission.newHousehold') : t('submission.household', { name })}
      line={<span>{place !== undefined && <><bdi className={classes['place']} title={place}>{place}</bdi> · </>}{`${submission.unit.name} · ${rules}`}</span>}
      action={<Group gap="xs" className={classes['tools'] ?? ''}>{tools}<Anchor px="sm" renderRoot={(props) => <Link to="/households/$id/entitlements" params={{ id: submission.household }} search={{ at: submission.moment.law_at }} {...props} />}>{t('entitlements.title')}</Anchor></Group>}
    />
  )
}

/** Since when the pinned rules are in force; undefined where newer ones have taken their place. */
const useValidFrom = ({ programme, rules, moment }: Submission): string | undefined => {
  const { data } = useQuery(programmesQuery(moment.law_at))
  const inForce = data?.find(({ id }) => id === programme)?.in_force
  return inForce && rules.releases[programme]?.national === inForce.release ? inForce.valid_from : undefined
}
