import { ScrollArea, UnstyledButton } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { ImpactCategory } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { CategoryBadge } from './CategoryBadge.tsx'
import { Count } from './Count.tsx'
import { afterOf, beforeOf, inhabited, type Matrix } from './flow.ts'
import classes from './impact.module.css'
import { useCounts } from './use-counts.ts'

interface Cell {
  readonly from: number
  readonly to: number
}

interface FlowMatrixProps {
  readonly categories: readonly ImpactCategory[]
  readonly matrix: Matrix
  readonly households: number
  /** The cell the list is narrowed to. */
  readonly chosen?: { readonly from?: number | undefined; readonly to?: number | undefined }
  /** Absent where there is no list to narrow. */
  readonly onCell?: ((cell: Cell) => void) | undefined
}

/** Who stands where before and after: whoever stays is quiet, whoever moves is strong and leads to the list. */
export const FlowMatrix = ({ categories, matrix, households, chosen = {}, onCell }: FlowMatrixProps) => {
  const { t } = useTranslation()
  const { write } = useCounts()
  const shown = inhabited(matrix)
  return (
    <ScrollArea type="auto" scrollbars="x" offsetScrollbars="x" viewportProps={{ 'tabIndex': 0, 'role': 'region', 'aria-label': t('impact.matrix') }}>
      <table className={classes['matrix']}>
        <caption>{t('impact.matrixHelp')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={classes['side']}>{t('impact.before')}</th>
            <th scope="colgroup" colSpan={shown.length + 1} className={classes['side']}>{t('impact.after')}</th>
          </tr>
          <tr>
            {shown.map((to) => <th key={to} scope="col"><CategoryBadge category={categories[to]} /></th>)}
            <th scope="col" className={classes['total']}>{t('impact.total')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((from) => (
            <tr key={from}>
              <th scope="row"><CategoryBadge category={categories[from]} /></th>
              {shown.map((to) => (
                <td key={to} data-kind={from === to ? 'stays' : matrix[from]?.[to] === 0 ? 'none' : 'moves'}>
                  <CellNumber cell={{ from, to }} categories={categories} matrix={matrix} pressed={chosen.from === from && chosen.to === to} onCell={onCell} />
                </td>
              ))}
              <td className={classes['total']}><Count of={beforeOf(matrix, from)} /></td>
            </tr>
          ))}
          <tr>
            <th scope="row" className={classes['total']}>{t('impact.total')}</th>
            {shown.map((to) => <td key={to} className={classes['total']}><Count of={afterOf(matrix, to)} /></td>)}
            <td className={classes['total']}>{write(households)}</td>
          </tr>
        </tbody>
      </table>
    </ScrollArea>
  )
}

interface CellNumberProps extends Pick<FlowMatrixProps, 'categories' | 'matrix' | 'onCell'> {
  readonly cell: Cell
  readonly pressed: boolean
}

const CellNumber = ({ cell, categories, matrix, pressed, onCell }: CellNumberProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { households } = useCounts()
  const { from, to } = cell
  const count = matrix[from]?.[to] ?? null
  const [before, after] = [categories[from], categories[to]]
  if (!onCell || from === to || count === 0 || count === null || !before || !after) return <Count of={count} />
  return (
    <UnstyledButton className={classes['cell'] ?? ''} aria-pressed={pressed} aria-label={t('impact.cell', { households: households(count), before: read(before.label), after: read(after.label) })} onClick={() => onCell(cell)}>
      <Count of={count} />
    </UnstyledButton>
  )
}
