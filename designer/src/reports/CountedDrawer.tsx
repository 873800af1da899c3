import { Alert, Button, Drawer, Loader, SegmentedControl } from '@mantine/core'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { formatNumber, sentenceOfColumn, type Assembly, type CodeList, type Text } from '@tieuchi/runtime'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { CountedHousehold, CountedHouseholds } from '../api/contract.ts'
import type { FigureAddress } from '../api/report-api.ts'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import { ResultsInBrief } from '../ui/ResultsInBrief.tsx'
import type { ChosenFigure } from './ReportTable.tsx'
import classes from './reports.module.css'
import { writeFigure } from './write-figure.ts'

/** Where the households of figures come from. */
export interface CountedSource {
  /** What tells one table from another. */
  readonly key: unknown
  readonly load: (figure: FigureAddress, after: string | undefined) => Promise<CountedHouseholds>
}

interface CountedDrawerProps {
  readonly source: CountedSource
  readonly figure: ChosenFigure
  /** What the column is called where it stands alone, where its own title does not tell it. */
  readonly title?: Text | undefined
  /** By whose rules it was decided, where local ones are in force beside the national ones. */
  readonly rules?: ReactNode
  readonly reading: Assembly | undefined
  readonly lists: ReadonlyMap<string, CodeList>
  readonly onClose: () => void
}

/** What a figure is made of: how it is counted, and each household with what was decided on it. */
export const CountedDrawer = ({ source, figure: { row, column }, title = column.title, rules, reading, lists, onClose }: CountedDrawerProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const cell = row.cells[column.id]
  const sentence = reading && sentenceOfColumn(reading, column)
  return (
    <Drawer opened onClose={onClose} position="right" size="lg" title={`${read(title)} – ${read(row.title)}`} closeButtonProps={{ 'aria-label': t('close') }}>
      <div className={classes['facts']}>
        <p><strong>{writeFigure(column, cell, language)}</strong>{cell && cell.open > 0 && <> · {t('report.notTold', { count: cell.open })}</>}</p>
        {sentence && <p className={classes['quiet']}>{read(sentence)}</p>}
        {rules && <p className={classes['quiet']}>{rules}</p>}
        {cell?.expected && <Alert color="yellow" variant="outline">{t('report.violatedBy', { check: read(cell.expected.title), expected: formatNumber(cell.expected.value, language), found: writeFigure(column, cell, language) })}{cell.expected.open > 0 && ` ${t('report.violatedOpen', { count: cell.expected.open })}`}</Alert>}
      </div>
      {column.kind === 'measure' && <Counted key={`${row.id} ${column.id}`} source={source} figure={{ row, column }} share={'share' in column.measure} lists={lists} />}
      {column.kind === 'formula' && <p className={classes['quiet']}>{t('report.formulaOf')}</p>}
    </Drawer>
  )
}

interface CountedProps {
  readonly source: CountedSource
  readonly figure: ChosenFigure
  readonly share: boolean
  readonly lists: ReadonlyMap<string, CodeList>
}

const Counted = ({ source, figure: { row, column }, share, lists }: CountedProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const notTold = row.cells[column.id]?.open ?? 0
  const [part, setPart] = useState<'part' | 'among'>('part')
  const [open, setOpen] = useState(false)
  const figure = { column: column.id, ...(part === 'among' && { part }), ...(open && { open }), block: row.block, keys: row.keys, row_unit: row.unit, member: row.member }
  const counted = useInfiniteQuery({
    queryKey: ['counted', source.key, figure],
    queryFn: ({ pageParam }) => source.load(figure, pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
  })
  const households = counted.data?.pages.flatMap((page) => page.households) ?? []
  return (
    <>
      {share && <SegmentedControl mb="sm" value={part} onChange={(value) => setPart(value === 'among' ? 'among' : 'part')} data={[{ value: 'part', label: t('report.sharePart') }, { value: 'among', label: t('report.shareAmong') }]} />}
      {notTold > 0 && <SegmentedControl mb="sm" value={open ? 'open' : 'counted'} onChange={(value) => setOpen(value === 'open')} data={[{ value: 'counted', label: t('report.counted') }, { value: 'open', label: t('report.openOf', { count: notTold }) }]} />}
      {counted.error && <Alert color="red" variant="outline" role="alert">{read(detailOf(counted.error))}</Alert>}
      {counted.isPending && <Loader size="sm" aria-label={t('loading')} />}
      {counted.isSuccess && households.length === 0 && <p className={classes['quiet']}>{t('report.nobody')}</p>}
      <ul className={classes['counted']}>{households.map((household) => <HouseholdLine key={household.id} household={household} lists={lists} />)}</ul>
      {counted.hasNextPage && <Button mt="sm" variant="default" loading={counted.isFetchingNextPage} onClick={() => void counted.fetchNextPage()}>{t('report.more')}</Button>}
    </>
  )
}

const HouseholdLine = ({ household: { label, place, unit, adds, decided }, lists }: { readonly household: CountedHousehold; readonly lists: ReadonlyMap<string, CodeList> }) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return (
    <li>
      <strong>{label === undefined ? t('report.outOfSight') : label || t('households.unnamed')}</strong>
      <span className={classes['quiet']}> · {[place, unit.name].filter(Boolean).join(', ')}</span>
      {adds !== undefined && adds !== 1 && <span className={classes['quiet']}> · {formatNumber(adds, language)}</span>}
      {decided && (
        <>
          <div className={classes['badges']}><ResultsInBrief outcomes={decided.outcomes} lists={lists} /></div>
          <Link to="/submissions/$id" params={{ id: decided.submission }} className={classes['link'] ?? ''}>{t('report.decidedFor', { day: formatDay(decided.facts_at) })}</Link>
        </>
      )}
      {!decided && <div className={classes['quiet']}>{t('report.notDecided')}</div>}
    </li>
  )
}
