import { Alert, Button, Loader } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Partner, PartnerWithKey } from '../api/contract.ts'
import { partnersQuery, revokePartner } from '../api/partner-api.ts'
import { programmesQuery } from '../api/policy-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { sessionQuery } from '../api/session-api.ts'
import { throwUnlessLoaded } from '../api/throw-unless-loaded.ts'
import { useLanguage } from '../app/use-language.ts'
import policies from '../policies/policies.module.css'
import { usePageActions } from '../spotlight/page-actions.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { PageHead } from '../ui/PageHead.tsx'
import { ChangePartnerDialog } from './ChangePartnerDialog.tsx'
import { KeyDialog } from './KeyDialog.tsx'
import { NewPartnerDialog } from './NewPartnerDialog.tsx'
import { PartnerTable } from './PartnerTable.tsx'
import { RevokeDialog } from './RevokeDialog.tsx'

/** "Đối tác": agencies whose programs ask for decisions, and their keys. */
export const PartnersPage = () => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const queryClient = useQueryClient()
  const partners = useQuery({ ...partnersQuery, throwOnError: throwUnlessLoaded })
  const programmes = useQuery(programmesQuery(useSuspenseQuery(sessionQuery).data?.today ?? '')).data ?? []
  const [creating, setCreating] = useState(false)
  const [made, setMade] = useState<PartnerWithKey>()
  const [changing, setChanging] = useState<Partner>()
  const [ending, setEnding] = useState<Partner>()
  const renew = (): Promise<void> => queryClient.invalidateQueries({ queryKey: partnersQuery.queryKey })
  const revoking = useMutation({ mutationFn: revokePartner, onSuccess: renew, onSettled: () => setEnding(undefined) })
  const begin = (): void => setCreating(true)
  usePageActions([{ label: t('partners.new'), run: begin }])
  const failed = partners.error ?? revoking.error
  return (
    <>
      <PageHead title={t('partners.title')} line={t('partners.line')} action={<Button leftSection={<IconPlus size={16} aria-hidden />} onClick={begin}>{t('partners.new')}</Button>} />
      <div className={policies['content']}>
        {failed && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(failed))}</Alert>}
        {partners.isPending && <Loader size="sm" aria-label={t('loading')} />}
        {partners.data?.length === 0 && <EmptyList title={t('partners.empty')} text={t('partners.emptyText')} />}
        {partners.data && partners.data.length > 0 && <PartnerTable partners={partners.data} titles={new Map(programmes.map(({ id, title }) => [id, read(title)]))} onChange={setChanging} onRevoke={setEnding} />}
      </div>
      {creating && (
        <NewPartnerDialog
          onMade={(partner) => {
            setCreating(false)
            setMade(partner)
            void renew()
          }}
          onClose={() => setCreating(false)}
        />
      )}
      {made && <KeyDialog made={made} onClose={() => setMade(undefined)} />}
      {changing && (
        <ChangePartnerDialog
          partner={changing}
          onChanged={() => {
            setChanging(undefined)
            void renew()
          }}
          onClose={() => setChanging(undefined)}
        />
      )}
      {ending && <RevokeDialog partner={ending} busy={revoking.isPending} onRevoke={() => revoking.mutate(ending.id)} onClose={() => setEnding(undefined)} />}
    </>
  )
}
