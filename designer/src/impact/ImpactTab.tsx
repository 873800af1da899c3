import { Alert, Button, List, Loader } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { beginImpactRun, impactRunQuery, impactRunsQuery } from '../api/impact-api.ts'
import { detailOf, ProblemError } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { EarlierRuns } from './EarlierRuns.tsx'
import classes from './impact.module.css'
import { ImpactAddressContext } from './impact-address.ts'
import { unfiltered } from './impact-search.ts'
import { NewRunForm } from './NewRunForm.tsx'
import { newRunOf, paysMoney, usualQuestion, type RunQuestion } from './run-question.ts'
import { TriedDraft } from './TriedDraft.tsx'
import { useRunAddress } from './use-run-address.ts'
import { useWarmRegister } from './use-warm-register.ts'
import { useWhenEnded } from './use-when-ended.ts'

/** Whom the draft touches: its newest run at once, what it would do at other values, and the way to look anew. */
export const ImpactTab = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const queryClient = useQueryClient()
  const { draft, editor, assembly, state: { document, save }, today } = useDraft()
  const search = useSearch({ from: '/signed-in/drafts/$id' })
  const address = useRunAddress(`/drafts/${draft.id}`, search)
  const runs = useQuery(impactRunsQuery(draft.id))
  const shown = search.run ?? runs.data?.[0]?.id
  const run = useQuery({ ...impactRunQuery(shown ?? ''), enabled: shown !== undefined })
  // What is known of it elsewhere, and what the gate asks for, is another now.
  useWhenEnded(run.data, () => {
    void queryClient.invalidateQueries({ queryKey: impactRunsQuery(draft.id).queryKey })
    void queryClient.invalidateQueries({ queryKey: ['gate', draft.id] })
  })
  // What somebody chose stays, whatever run is shown.
  const [asked, setAsked] = useState<Partial<RunQuestion>>({})
  const usual = usualQuestion({ run: run.data, release: assembly.release, validFrom: document.valid_from, today })
  const question = { ...usual, ...asked }
  const beginning = useMutation({
    mutationFn: async () => {
      await editor.flush()
      return beginImpactRun(newRunOf(draft.id, question))
    },
    onSuccess: async (next) => {
      queryClient.setQueryData(impactRunQuery(next.id).queryKey, next)
      address.change({ ...unfiltered, show: undefined, run: next.id })
      await queryClient.invalidateQueries({ queryKey: impactRunsQuery(draft.id).queryKey })
    },
  })
  useWarmRegister()
  const failed = runs.error ?? run.error
  const version = run.data?.after.draft?.version
  const stale = version !== undefined && version !== save.version
  return (
    <ImpactAddressContext value={address}>
      <div className={classes['tab']} data-wide>
        <NewRunForm question={question} onChange={(part) => setAsked({ ...asked, ...part })} pending={beginning.isPending} anew={run.data !== undefined} onBegin={() => beginning.mutate()} />
        {beginning.error && <Refused error={beginning.error} />}
        {failed && <Alert color="red" variant="outline" role="alert">{read(detailOf(failed))}</Alert>}
        <EarlierRuns runs={runs.data ?? []} shown={shown} />
        {stale && (
          <Alert color="yellow" variant="outline">
            {t('impact.stale', { version, now: save.version })} <Button variant="default" size="compact-sm" loading={beginning.isPending} onClick={() => beginning.mutate()}>{t('impact.staleAnew')}</Button>
          </Alert>
        )}
        {(runs.isPending || (shown !== undefined && run.isPending)) && !failed && <Loader size="sm" aria-label={t('loading')} />}
        {runs.data && shown === undefined && <EmptyList title={t('impact.none')} text={t(paysMoney(assembly.release) ? 'impact.noneMoney' : 'impact.noneText')} />}
        {runs.data && <TriedDraft question={question} run={run.data} />}
      </div>
    </ImpactAddressContext>
  )
}

/** Why no run begins: a draft with errors, above all. */
const Refused = ({ error }: { readonly error: unknown }) => {
  const { read } = useLanguage()
  const issues = error instanceof ProblemError ? error.issues : []
  return (
    <Alert color="red" variant="outline" role="alert" title={read(detailOf(error))}>
      {issues.length > 0 && <List size="sm">{issues.slice(0, 20).map((issue) => <List.Item key={`${issue.code} ${issue.path.join('/')}`}>{read(issue.message)}</List.Item>)}</List>}
    </Alert>
  )
}
