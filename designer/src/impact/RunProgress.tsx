import { Alert, Button, Progress } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ImpactRun } from '../api/contract.ts'
import { cancelImpactRun, impactRunQuery } from '../api/impact-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import classes from './impact.module.css'

const hundred = 100

/** How far a run is, and the way to stop it. */
export const RunProgress = ({ run }: { readonly run: ImpactRun }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const queryClient = useQueryClient()
  const cancelling = useMutation({ mutationFn: () => cancelImpactRun(run.id), onSuccess: (next) => queryClient.setQueryData(impactRunQuery(run.id).queryKey, next) })
  const { done, of } = run.progress
  const percent = of === 0 ? 0 : Math.floor((done / of) * hundred)
  const words = run.state === 'waiting' ? t('impact.waiting') : of === 0 ? t('impact.reading') : t('impact.progress', { percent })
  return (
    <div className={classes['progress']}>
      <div className={classes['progressLine']}>
        <output>{words}</output>
        <Button variant="default" size="compact-md" loading={cancelling.isPending} onClick={() => cancelling.mutate()}>{t('impact.cancel')}</Button>
      </div>
      <Progress value={percent} aria-label={t('impact.progressLabel')} transitionDuration={0} />
      <p className={classes['quiet']}>{t('impact.goesOn')}</p>
      {cancelling.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(cancelling.error))}</Alert>}
    </div>
  )
}
