import { Alert, Anchor, Group } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { AssemblyLayers, EvaluationResult, HouseholdInput } from '@tieuchi/runtime'
import { useEffect, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { NewerRules, Submission } from '../../api/contract.ts'
import { useLanguage } from '../../app/use-language.ts'
import { formatDay } from '../../ui/day-text.ts'
import { useAssembly } from '../use-assembly.ts'
import { NewerPreviewList } from './NewerPreviewList.tsx'
import { previewNewer, type NewerPreview } from './newer-preview.ts'

interface NewerRulesNoticeProps {
  readonly submission: Submission
  readonly newer: NewerRules
  /** The rules the submission is pinned to, and what came out by them. */
  readonly layers: AssemblyLayers
  readonly results: readonly EvaluationResult[]
  readonly input: HouseholdInput
  /** What can be done now, in a sentence and a button. */
  readonly advice: string
  readonly action: ReactNode
}

/** Rules published since apply to this submission's date: what they change for this household, before anything is moved. */
export const NewerRulesNotice = ({ submission, newer, layers, results, input, advice, action }: NewerRulesNoticeProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { programme, moment, form } = submission
  const { layers: after } = useAssembly(programme, newer.rules)
  const [preview, setPreview] = useState<NewerPreview>()
  const [failure, setFailure] = useState<unknown>()
  useEffect(() => {
    if (!after) return undefined
    let current = true
    previewNewer({ before: layers, form, results, after, newForm: newer.form, input, moment })
      .then((next) => current && setPreview(next), (error: unknown) => current && setFailure(error))
    return () => {
      current = false
    }
  }, [after, layers, form, results, newer, input, moment])
  if (failure !== undefined) throw failure
  const [before, next] = [submission.rules.releases[programme]?.national, newer.rules.releases[programme]?.national]
  return (
    <Alert color="yellow" variant="outline" role="alert" m="md" icon={<IconAlertTriangle aria-hidden />} title={t('newer.title', { day: formatDay(moment.law_at) })}>
      <p>{after && (before === next ? t('newer.pages') : t('newer.text', { before: read(layers.national.release.title), after: read(after.national.release.title) }))} {advice}</p>
      {preview && after && <NewerPreviewList preview={preview} before={layers.national} after={after.national} />}
      <Group gap="md">
        {action}
        {before !== next && <Anchor fz="inherit" renderRoot={(props) => <Link to="/policies/$programme/compare" params={{ programme }} search={{ before, after: next }} {...props} />}>{t('newer.compare')}</Anchor>}
      </Group>
    </Alert>
  )
}
