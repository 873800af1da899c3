import { Loader } from '@mantine/core'
import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { Submission } from '../api/contract.ts'
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
  const { layers, problem } = useAssembly(submission.programme, submission.rules)
  if (problem) return <LoadProblem error={problem} reset={() => window.location.reload()} />
  if (!layers || !session) return <Waiting />
  return submission.state === 'draft' && session.permissions.includes('submissions.write')
    ? <DraftPage key={JSON.stringify(submission.rules)} submission={submission} layers={layers} person={session.person.id} />
    : <SentPage submission={submission} layers={layers} />
}
