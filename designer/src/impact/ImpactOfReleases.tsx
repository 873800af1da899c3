import { Alert, Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { beginImpactRun } from '../api/impact-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'

/** Looks at whom one published release touches against another. */
export const ImpactOfReleases = ({ before, after }: { readonly before: string; readonly after: string }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const navigate = useNavigate()
  const beginning = useMutation({
    mutationFn: () => beginImpactRun({ before: { release: before }, after: { release: after } }),
    onSuccess: ({ id }) => navigate({ to: '/impact/$id', params: { id } }),
  })
  return (
    <>
      <Button variant="default" loading={beginning.isPending} onClick={() => beginning.mutate()}>{t('impact.see')}</Button>
      {beginning.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(beginning.error))}</Alert>}
    </>
  )
}
