import { Alert, Tabs } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { CommonDocument, Release } from '@tieuchi/runtime'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Draft } from '../api/contract.ts'
import { draftQuery } from '../api/draft-api.ts'
import { useLanguage } from '../app/use-language.ts'
import { CasesTab } from '../case-bench/CasesTab.tsx'
import { readElement, tabOf } from '../elements/element.ts'
import { useElementsToFind } from '../elements/use-elements-to-find.ts'
import { EvidenceProvider } from '../evidence/EvidenceProvider.tsx'
import { FormsTab } from '../form-designer/FormsTab.tsx'
import policies from '../policies/policies.module.css'
import { usePageActions } from '../spotlight/page-actions.ts'
import { PageHead } from '../ui/PageHead.tsx'
import { useTabInSight } from '../ui/use-tab-in-sight.ts'
import { ApprovalTab } from './ApprovalTab.tsx'
import { CompareTab } from './CompareTab.tsx'
import { ConflictNotice } from './ConflictNotice.tsx'
import { DictionaryTab } from './DictionaryTab.tsx'
import { DraftContext } from '../editor-store/draft-context.ts'
import { DraftReader } from '../editor-store/draft-reading.ts'
import { DraftElement } from './DraftElement.tsx'
import { draftTabs, type DraftTab } from './draft-tabs.ts'
import classes from './draft.module.css'
import { GateRail } from './GateRail.tsx'
import { LeaveDialog } from './LeaveDialog.tsx'
import { ImpactTab } from '../impact/ImpactTab.tsx'
import { OverviewTab } from './OverviewTab.tsx'
import { ParametersTab } from '../parameter-designer/ParametersTab.tsx'
import { RulesTab } from './RulesTab.tsx'
import { ReportsTab } from '../report-designer/ReportsTab.tsx'
import { SaveState } from './SaveState.tsx'
import { usePeopleOnDraft } from './use-people-on-draft.ts'
import { useDraftEditor } from './use-draft-editor.ts'
import { useStepWords } from './use-step-words.ts'
import { CitedDocuments } from './CitedDocuments.tsx'

interface DraftDeskProps {
  readonly draft: Draft
  readonly common: CommonDocument
  readonly base: Release | undefined
  readonly others: Readonly<Record<string, Release>>
  readonly person: string
  readonly permissions: readonly string[]
  readonly today: string
}
const panels: Readonly<Record<DraftTab, () => ReactNode>> = {
  overview: () => <OverviewTab />,
  dictionary: () => <DictionaryTab />,
  forms: () => <FormsTab />,
  reports: () => <ReportsTab />,
  parameters: () => <ParametersTab />,
  rules: () => <RulesTab />,
  cases: () => <CasesTab />,
  impact: () => <ImpactTab />,
  compare: () => <CompareTab />,
  approval: () => <ApprovalTab />,
}

/** Where a release is written: one document, several editors, the gate beside them. */
export const DraftDesk = ({ draft, common, base, others, person, permissions, today }: DraftDeskProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { tab = 'overview', on } = useSearch({ from: '/signed-in/drafts/$id' })
  const tabList = useTabInSight(tab)
  const { editor, state } = useDraftEditor(draft, person)
  const tellStep = useStepWords()
  const people = usePeopleOnDraft(draft.id, editor, tab)
  const { document } = state
  const reader = useMemo(() => new DraftReader(editor, common, others), [editor, common, others])
  const open = draft.state !== 'published' && draft.state !== 'discarded'
  const writable = open && permissions.includes('drafts.write')
  usePageActions([
    writable && state.canUndo && { label: tellStep('drafts.undo', state.undoes), run: editor.undo },
    writable && state.canRedo && { label: tellStep('drafts.redo', state.redoes), run: editor.redo },
    ...draftTabs.filter((each) => each !== tab).map((each) => ({ label: t(`release.${each}`), run: () => void navigate({ to: '.', search: (search) => ({ ...search, tab: each, on: undefined }) }) })),
  ])
  useElementsToFind(() => reader.read().assembly)
  const named = readElement(on)
  const element = named && tabOf(named) === tab ? named : undefined
  const setting = useMemo(() => ({
    draft, editor, reader, base, others, today, permissions, writable,
    refresh: async () => {
      const next = await queryClient.fetchQuery({ ...draftQuery(draft.id), staleTime: 0 })
      if (next.version !== editor.getState().save.version) editor.adopt(next)
      await Promise.all([queryClient.invalidateQueries({ queryKey: ['drafts'] }), queryClient.invalidateQueries({ queryKey: ['gate', draft.id] }), queryClient.invalidateQueries({ queryKey: ['timeline'] })])
    },
  }), [draft, editor, reader, base, others, today, permissions, writable, queryClient])
  return (
    <DraftContext value={setting}>
      <PageHead
        title={read(document.release.title) || read(document.programme.title)}
        line={<>
          <Link to="/policies/$programme" params={{ programme: draft.programme }} className={classes['link'] ?? ''}>{t('drafts.line', { programme: read(document.programme.title), version: state.save.version })}</Link>
          {base && <span>{t('drafts.base', { title: read(base.title) })}</span>}
          <strong>{t(`draft.state.${draft.state}`)}</strong>
        </>}
        action={writable && <SaveState />}
      />
      {!open && <Alert variant="outline" color="gray" m="md">{t('drafts.closed')}</Alert>}
      {open && !writable && <Alert variant="outline" color="gray" m="md">{t('drafts.readOnly')}</Alert>}
      {state.save.theirs && <ConflictNotice theirs={state.save.theirs} />}
      <Tabs value={tab} onChange={(next) => void navigate({ to: '.', search: (search) => ({ ...search, tab: next === 'overview' ? undefined : draftTabs.find((each) => each === next), on: undefined }) })} keepMounted={false}>
        <Tabs.List ref={tabList} className={policies['list'] ?? ''}>
          {draftTabs.map((each) => <Tabs.Tab key={each} value={each}>{t(`release.${each}`)}</Tabs.Tab>)}
        </Tabs.List>
        <div className={policies['desk']}>
          <Tabs.Panel value={tab} className={policies['panel'] ?? ''}><EvidenceProvider active={tab === 'rules'}>{element ? <DraftElement element={element} /> : panels[tab]()}</EvidenceProvider></Tabs.Panel>
          <GateRail others={people} />
        </div>
      </Tabs>
      {writable && <CitedDocuments release={document.release} />}
      <LeaveDialog />
    </DraftContext>
  )
}
