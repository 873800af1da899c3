import { Anchor } from '@mantine/core'
import { formatValue } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import type { ImpactBreakdown, ImpactCategory } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import type { ListColumn } from '../lists/list-column.ts'
import { costOf, type LineSort } from './breakdown-order.ts'
import { Count } from './Count.tsx'
import { gainOf, lossOf, moving, type Told } from './flow.ts'
import classes from './impact.module.css'
import { goToHouseholds, useImpactAddress } from './impact-address.ts'
import { signed } from './use-counts.ts'

type Line = ImpactBreakdown['lines'][number]

interface BreakdownColumnsProps {
  readonly breakdown: ImpactBreakdown
  readonly categories: readonly ImpactCategory[]
  /** How amounts are written, where there are any. */
  readonly unit: string | undefined
  /** Whether a line leads to its households. */
  readonly leading: boolean
}

const hundred = 100

/** The columns of a breakdown: who there is, who changes, and who comes into each category that moves and leaves it. */
export const useBreakdownColumns = ({ breakdown: { title, lines }, categories, unit, leading }: BreakdownColumnsProps): readonly ListColumn<Line, LineSort>[] => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const most = Math.max(1, ...lines.map(({ changed }) => changed ?? 0))
  const touched = categories.flatMap(({ label }, index) => (lines.some(({ matrix }) => moving(matrix).includes(index)) ? [{ index, name: read(label) }] : []))
  const amount = (value: number): string => formatValue(value, { unit, lists: new Map(), language })
  const paid = lines.some((line) => (costOf(line) ?? 0) !== 0)
  return [
    { id: 'label', title: read(title), sort: 'label', share: 20, fixed: true, className: classes['lineName'], cell: (line) => <LineName line={line} leading={leading} /> },
    { id: 'households', title: t('impact.householdsHead'), sort: 'households', share: 10, align: 'end', word: t('impact.householdsWord'), className: classes['quiet'], cell: ({ households }) => <Count of={households} /> },
    { id: 'changed', title: t('impact.changedHead'), sort: 'changed', share: 18, word: t('impact.changedWord'), cell: ({ changed }) => <ChangedBar changed={changed} most={most} /> },
    ...touched.map(({ index, name }): ListColumn<Line, LineSort> =>
      ({ id: `category${index}`, title: `${name} ±`, sort: `category${index}`, share: 12, align: 'end', word: name, cell: ({ matrix }) => <Movement gain={gainOf(matrix, index)} loss={lossOf(matrix, index)} /> })),
    ...(paid ? [{ id: 'money', title: t('impact.moneyHead'), sort: 'money' as const, share: 16, align: 'end' as const, cell: (line: Line) => signed(costOf(line) ?? 0, amount) }] : []),
  ]
}

/** How many change, against the line where most do. */
const ChangedBar = ({ changed, most }: { readonly changed: Told; readonly most: number }) => (
  <><span className={classes['barTrack']} aria-hidden><span style={{ width: `${((changed ?? 0) / most) * hundred}%` }} /></span> <Count of={changed} /></>
)

/** Who comes and who goes; nothing where nobody does. */
const Movement = ({ gain, loss }: { readonly gain: Told; readonly loss: Told }) => {
  if (gain === 0 && loss === 0) return null
  return (
    <>
      <span className={classes['gain']}>{gain !== 0 && <Count of={gain} signed />}</span>{' '}
      <span className={classes['loss']}>{loss !== 0 && <Count of={loss === null ? null : -loss} signed />}</span>
    </>
  )
}

/** A unit leads to its households. */
const LineName = ({ line: { key, label }, leading }: { readonly line: Line; readonly leading: boolean }) => {
  const { read } = useLanguage()
  const { search, step } = useImpactAddress()
  if (!leading) return read(label)
  const chosen = search.unit === key
  const choose = (): void => {
    step({ unit: chosen ? undefined : key, open: undefined })
    if (!chosen) goToHouseholds()
  }
  return <Anchor component="button" type="button" fz="inherit" ta="start" aria-pressed={chosen} fw={chosen ? 600 : 400} onClick={choose}>{read(label)}</Anchor>
}
