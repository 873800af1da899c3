import { useNavigate, useSearch } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import type { CoverageEvidence } from '../evidence/evidence-figures.ts'
import { FilterChips } from '../lists/FilterChips.tsx'
import { ListSearch } from '../lists/ListSearch.tsx'
import { ResultChips } from '../lists/ResultChips.tsx'
import { useListAddress } from '../lists/use-list-address.ts'
import { useListNumber } from '../lists/use-list-number.ts'
import { countState, findCases, narrowing, readFilter, resultFacets, writeResultFilter } from './case-list.ts'
import classes from './case-bench.module.css'
import { CaseRows } from './CaseRows.tsx'

/** Rows drawn at once; the search narrows the rest. */
const mostShown = 200

interface Narrowed {
  readonly find?: string | undefined
  readonly only?: string | undefined
}

/** The cases of a draft, to be searched and narrowed; what they are narrowed to stands in the address. */
export const CaseList = ({ coverage }: { readonly coverage: CoverageEvidence }) => {
  const { t } = useTranslation()
  const { draft, assembly } = useDraft()
  const navigate = useNavigate()
  const counted = useListNumber()
  const { find = '', only } = useSearch({ from: '/signed-in/drafts/$id' })
  const narrow = useListAddress<Narrowed>(`/drafts/${draft.id}`, (changes) => void navigate({ to: '.', search: (search) => ({ ...search, ...changes }), replace: true }))
  const { cases } = assembly.release
  const outcomes = coverage.marks?.outcomes ?? {}
  const filter = readFilter(only)
  const found = findCases(cases, outcomes, find, filter)
  const states = narrowing.map((value) => ({ value, count: countState(cases, outcomes, value) })).filter(({ value, count }) => count > 0 || value === filter.state)
  return (
    <>
      <div className={classes['tools']}>
        <ListSearch label={t('cases.search')} placeholder={t('bench.searchPlaceholder')} value={find} onChange={(next) => narrow({ find: next === '' ? undefined : next })} />
        {states.length > 0 && <FilterChips label={t('bench.byState')} choices={states.map(({ value, count }) => ({ value, label: counted(t(`bench.state.${value}`), count) }))} value={filter.state} onChange={(state) => narrow({ only: state })} />}
        <ResultChips results={resultFacets(cases, outcomes, assembly.lists)} lists={assembly.lists} value={filter.result} onChange={(result) => narrow({ only: writeResultFilter(result) })} />
      </div>
      <output className={classes['count']}>
        {t('cases.count', { count: found.length })} {found.length > mostShown && t('cases.shown', { count: mostShown })} <Standing coverage={coverage} />
      </output>
      <CaseRows cases={found.slice(0, mostShown)} outcomes={outcomes} former={coverage.stale} />
    </>
  )
}

/** Why the results are not those of the rules as they are now; what was known stays. */
const Standing = ({ coverage: { marks, unfinished, failed } }: { readonly coverage: CoverageEvidence }) => {
  const { t } = useTranslation()
  if (failed) return <>· {t('bench.notRun')}</>
  if (unfinished) return <>· {t('bench.unfinished')}</>
  return marks ? null : <>· {t('evidence.cases.running')}</>
}
