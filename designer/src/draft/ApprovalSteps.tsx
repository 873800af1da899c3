import { Alert, Button, Group, List } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Publishing } from '../api/contract.ts'
import { publishDraft, takeStep, type StepName } from '../api/draft-api.ts'
import { detailOf, ProblemError } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ConfirmStep } from './ConfirmStep.tsx'
import { PublishDialog } from './PublishDialog.tsx'
import { ReasonDialog } from './ReasonDialog.tsx'

/** The steps this person can take now, each after a question; taking back what was sent needs none. What is not saved is saved first. */
export const ApprovalSteps = ({ passed }: { readonly passed: boolean }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { draft, editor, permissions, refresh } = useDraft()
  const [asked, setAsked] = useState<Exclude<StepName, 'recall'> | 'publish'>()
  const version = async (): Promise<number> => {
    await editor.flush()
    return editor.getState().save.version
  }
  const done = async (): Promise<void> => {
    setAsked(undefined)
    await refresh()
  }
  const stepping = useMutation({ mutationFn: async ({ step, reason }: { readonly step: StepName; readonly reason?: string }) => takeStep(draft.id, step, await version(), reason), onSuccess: done })
  const publishing = useMutation({ mutationFn: async (publication: Omit<Publishing, 'version'>) => publishDraft(draft.id, { ...publication, version: await version() }), onSuccess: done })
  const may = (permission: string): boolean => permissions.includes(permission)
  const failed = stepping.error ?? publishing.error
  const button = (step: StepName, variant: 'filled' | 'default' = 'default') => (
    <Button variant={variant} loading={stepping.isPending && stepping.variables.step === step} disabled={step === 'send' && !passed} onClick={() => (step === 'recall' ? stepping.mutate({ step }) : setAsked(step))}>{t(`approval.${step}`)}</Button>
  )
  const { state } = draft
  return (
    <>
      <Group gap="sm">
        {state === 'draft' && may('drafts.write') && button('send', 'filled')}
        {state === 'in_review' && may('drafts.approve') && button('approve', 'filled')}
        {state === 'approved' && may('policies.publish') && <Button onClick={() => setAsked('publish')}>{t('approval.publish')}</Button>}
        {(state === 'in_review' || state === 'approved') && may('drafts.approve') && button('return')}
        {state === 'in_review' && may('drafts.write') && button('recall')}
        {(state === 'draft' || state === 'in_review' || state === 'approved') && may('drafts.write') && button('discard')}
      </Group>
      {failed && (
        <Alert color="red" variant="outline" role="alert" mt="md" title={read(detailOf(failed))}>
          {failed instanceof ProblemError && failed.issues.length > 0 && <List size="sm">{failed.issues.map((issue) => <List.Item key={`${issue.code} ${issue.path.join('.')}`}>{read(issue.message)}</List.Item>)}</List>}
        </Alert>
      )}
      {(asked === 'send' || asked === 'approve') && <ConfirmStep step={asked} pending={stepping.isPending} onConfirm={() => stepping.mutate({ step: asked }, { onError: () => setAsked(undefined) })} onClose={() => setAsked(undefined)} />}
      {(asked === 'return' || asked === 'discard') && (
        <ReasonDialog
          title={t(`approval.${asked}Title`)}
          text={asked === 'discard' ? t('approval.discardText') : undefined}
          action={t(`approval.${asked}`)}
          required={asked === 'return'}
          pending={stepping.isPending}
          onSubmit={(reason) => stepping.mutate({ step: asked, ...(reason !== '' && { reason }) })}
          onClose={() => setAsked(undefined)}
        />
      )}
      {asked === 'publish' && <PublishDialog pending={publishing.isPending} problem={publishing.error} onSubmit={publishing.mutate} onClose={() => setAsked(undefined)} />}
    </>
  )
}
