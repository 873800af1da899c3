import { Button, Group, SegmentedControl } from '@mantine/core'
import { IconHome, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { gateQuery } from '../api/draft-api.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { useCoverage } from '../evidence/use-coverage.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { CaseList } from './CaseList.tsx'
import { ExcelMenu } from './ExcelMenu.tsx'
import { FromRegister } from './FromRegister.tsx'
import { MoveCases } from './MoveCases.tsx'
import { ProposedCases } from './ProposedCases.tsx'
import { useCaseActions } from './use-case-actions.ts'

const proposed = 'proposed'

/** The cases of a draft with what became of each, and those that are proposed. */
export const CasesTab = () => {
  const { t } = useTranslation()
  const { draft, assembly: { release: { cases } }, state: { save }, writable, permissions } = useDraft()
  const navigate = useNavigate()
  const { only } = useSearch({ from: '/signed-in/drafts/$id' })
  const { add } = useCaseActions()
  const coverage = useCoverage(true)
  const gate = useQuery({ ...gateQuery(draft.id, save.version), placeholderData: (previous) => previous })
  const proposals = gate.data?.items.flatMap((item) => item.proposals).filter(({ id }) => cases.every((each) => each.id !== id))
  const show = (next: string): void => void navigate({ to: '.', search: (search) => ({ ...search, only: next === proposed ? proposed : undefined }) })
  const [taking, setTaking] = useState(false)
  return (
    <>
      <Group gap="sm" mb="md" justify="space-between">
        <SegmentedControl aria-label={t('bench.which')} value={only === proposed ? proposed : 'own'} onChange={show} data={[
          { value: 'own', label: t('bench.own', { count: cases.length }) },
          { value: proposed, label: proposals ? t('bench.proposed', { count: proposals.length }) : t('bench.proposedUnknown') },
        ]} />
        <Group gap="sm">
          <ExcelMenu />
          {writable && <>
            {permissions.includes('households.read') && <Button variant="default" leftSection={<IconHome size={16} aria-hidden />} onClick={() => setTaking(true)}>{t('bench.fromRegister')}</Button>}
            <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={add}>{t('bench.add')}</Button>
          </>}
        </Group>
      </Group>
      {taking && <FromRegister onClose={() => setTaking(false)} />}
      {only !== proposed && <MoveCases />}
      {only === proposed
        ? <ProposedCases proposals={proposals} waiting={gate.isFetching} />
        : cases.length === 0 ? <EmptyList title={t('cases.empty')} text={t('bench.emptyText')} /> : <CaseList coverage={coverage} />}
    </>
  )
}
