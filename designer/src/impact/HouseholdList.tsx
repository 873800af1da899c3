import { Alert, Loader, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImpactFigures, ImpactRun } from '../api/contract.ts'
import { loadImpactHouseholds } from '../api/impact-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { FilterChips } from '../lists/FilterChips.tsx'
import listClasses from '../lists/lists.module.css'
import { ListSearch } from '../lists/ListSearch.tsx'
import { ListTable } from '../lists/ListTable.tsx'
import { useListRows } from '../lists/use-list-rows.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { ActiveFilters } from './ActiveFilters.tsx'
import { useImpactColumns } from './household-columns.tsx'
import { HouseholdDrawer } from './HouseholdDrawer.tsx'
import classes from './impact.module.css'
import { householdsPlace, useImpactAddress } from './impact-address.ts'
import { impactKinds, listingOf, onlyKind } from './impact-search.ts'
import { useCounts } from './use-counts.ts'
import { useFocusBack } from './use-focus-back.ts'

interface HouseholdListProps {
  readonly run: ImpactRun
  readonly figures: ImpactFigures
}

/** Height of a card on a phone, about. */
const cardHeight = 160

/** Every household a run touches, with why; narrowed by the numbers above, and by name or place. */
export const HouseholdList = ({ run, figures }: HouseholdListProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { households } = useCounts()
  const { search, change, step } = useImpactAddress()
  const kind = search.show ?? 'changed'
  const listing = listingOf(search)
  const rows = useListRows({
    key: ['impact-run', run.id, 'households', run.state, listing],
    load: async ({ offset, limit }) => {
      const { total, households: items } = await loadImpactHouseholds(run.id, { ...listing, offset, limit })
      return { total, items }
    },
    enabled: true,
  })
  const columns = useImpactColumns({ kind, run, figures })
  useFocusBack(search.open)
  return (
    <section className={classes['section']}>
      <Title order={2} id={householdsPlace} tabIndex={-1} className={classes['place'] ?? ''}>{t('impact.list.title')}</Title>
      <search className={classes['filters']}>
        <FilterChips label={t('impact.list.kind')} choices={impactKinds.map((value) => ({ value, label: t(`impact.kind.${value}`) }))} value={kind} onChange={(next) => next && step(onlyKind(next))} />
        <ListSearch label={t('impact.list.search')} placeholder={t('households.searchPlaceholder')} value={search.search ?? ''} onChange={(text) => change({ search: text === '' ? undefined : text })} />
      </search>
      <ActiveFilters near={run.near} figures={figures} />
      {rows.error && <Alert color="red" variant="outline" role="alert" mb="md">{read(detailOf(rows.error))}</Alert>}
      <output className={listClasses['count']}>{rows.outdated ? t('loading') : rows.total !== undefined && households(rows.total)}</output>
      {rows.total === undefined && !rows.error && <Loader size="sm" aria-label={t('loading')} />}
      <div className={classes['rows']} aria-busy={rows.outdated} inert={rows.outdated}>
        {(rows.total ?? 0) > 0 && <ListTable label={t('impact.list.title')} columns={columns} rows={rows} sort={undefined} onSort={() => undefined} cardHeight={cardHeight} />}
        {rows.total === 0 && !rows.outdated && <EmptyList title={t('impact.list.none')} text={t(`impact.list.none.${kind}`)} />}
      </div>
      {search.open !== undefined && <HouseholdDrawer run={run} categories={figures.categories} household={search.open} onClose={() => change({ open: undefined })} />}
    </section>
  )
}
