import type { Assembly, TablePiece } from '@tieuchi/runtime'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { TableColumn } from './table-column.ts'
import { keptColumns, tableColumns } from './table-columns.ts'

/** The columns of a table; those that take what they took before stay the same objects while rows are written. */
export const useTableColumns = (assembly: Assembly, piece: TablePiece): readonly TableColumn[] => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const found = useMemo(
    () => tableColumns(assembly, piece, language, { citation: t('table.citation'), certainty: t('table.certainty'), note: t('table.note') }),
    [assembly, piece, language, t],
  )
  const [shown, setShown] = useState({ found, columns: found })
  if (shown.found === found) return shown.columns
  const kept = keptColumns(shown.columns, found)
  const columns = kept.length === shown.columns.length && kept.every((column, index) => column === shown.columns[index]) ? shown.columns : kept
  setShown({ found, columns })
  return columns
}
