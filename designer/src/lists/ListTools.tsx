import { Button, NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { DownloadButton } from '../ui/DownloadButton.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import type { KeptColumns } from './kept-columns.ts'
import type { ListColumn, SortText } from './list-column.ts'
import classes from './lists.module.css'

interface ListToolsProps<Row, Sort extends string> {
  /** How many rows there are, in words. */
  readonly count: string | undefined
  readonly columns: readonly ListColumn<Row, Sort>[]
  readonly kept: KeptColumns<ListColumn<Row, Sort>>
  readonly sort: SortText<Sort> | undefined
  readonly onSort: (sort: SortText<Sort> | undefined) => void
  /** Takes all filters away; absent where there is none. */
  readonly onClear: (() => void) | undefined
  /** Where the server sends the list as a file; absent where there is none. */
  readonly file?: string | undefined
}

/** Above a list: how many rows it has, and what can be done with all of it. */
export const ListTools = <Row, Sort extends string>({ count, columns, kept, sort, onSort, onClear, file }: ListToolsProps<Row, Sort>) => {
  const { t } = useTranslation()
  return (
    <div className={classes['tools']}>
      <output className={classes['count']}>{count}</output>
      <PhoneSort columns={columns} sort={sort} onSort={onSort} />
      {onClear && <Button variant="default" size="compact-md" onClick={onClear}>{t('list.clearFilter')}</Button>}
      <ColumnChooser columns={columns} kept={kept} />
      {file && <DownloadButton path={file} size="compact-md">{t('list.excel')}</DownloadButton>}
    </div>
  )
}

/** Cards have no head to sort by. */
const PhoneSort = <Row, Sort extends string>({ columns, sort, onSort }: Pick<ListToolsProps<Row, Sort>, 'columns' | 'sort' | 'onSort'>) => {
  const { t } = useTranslation()
  const ways = columns.flatMap(({ sort: key, title }): { value: SortText<Sort>; label: string }[] =>
    (key === undefined ? [] : [{ value: key, label: t('list.ascending', { title }) }, { value: `-${key}`, label: t('list.descending', { title }) }]))
  return (
    <NativeSelect
      className={classes['phoneSort'] ?? ''}
      aria-label={t('list.sort')}
      data={[{ value: '', label: t('list.unsorted') }, ...ways]}
      value={sort ?? ''}
      onChange={(event) => onSort(ways.find(({ value }) => value === event.currentTarget.value)?.value)}
    />
  )
}
