import { Loader } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Submission } from '../api/contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../api/session-api.ts'
import { submissionQuery } from '../api/submission-api.ts'
import { LoadProblem } from '../app/LoadProblem.tsx'
import { DraftPage } from './DraftPage.tsx'
import { SentPage } from './SentPage.tsx'
import { useAssembly } from './use-assembly.ts'

/** One review of one household: the form while it is a draft, the decision once it is sent. */
export const SubmissionPage = () => {
  const { id } = useParams({ from: '/signed-in/submissions/$id' })
  const submission = useQuery(submissionQuery(id))
  const problem = submission.error
  if (problem && !submission.data) return <LoadProblem error={problem} reset={() => void submission.refetch()} />
  if (!submission.data) return <Waiting />
  return <LoadedSubmission key={id} submission={submission.data} />
}

const Waiting = () => {
  const { t } = useTranslation()
  return <Loader m="lg" size="sm" aria-label={t('loading')} />
}

const LoadedSubmission = ({ submission }: { readonly submission: Submission }) => {
  const { data: session } = useSuspenseQuery(sessionQuery)
  const [held, setHeld] = useState<Submission>()
  const shown = held ?? submission
  const { layers, problem } = useAssembly(shown.programme, shown.rules)
  if (problem) return <LoadProblem error={problem} reset={() => window.location.reload()} />
  if (!layers || !session) return <Waiting />
  return shown.state === 'draft' && session.permissions.includes('submissions.write')
    ? <DraftPage key={JSON.stringify(shown.rules)} submission={shown} layers={layers} person={session.person.id} onHold={(holding) => setHeld(holding ? shown : undefined)} />
    : <SentPage submission={shown} layers={layers} />
}
