import { citationPhrase, proseOfPiece, type Assembly, type Issue, type TablePiece, type TableRow, type Text } from '@tieuchi/runtime'
import { useDeferredValue, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { EvidenceLine } from '../evidence/EvidenceLine.tsx'
import { Findings } from '../findings/Findings.tsx'
import classes from './table-designer.module.css'

interface RowBarProps {
  readonly assembly: Assembly
  readonly piece: TablePiece
  readonly row: TableRow | undefined
  readonly number: number
  readonly issues: readonly Issue[]
}

/** The row alone as a table, so that no other has to be put into words. A draft may name what is no longer there. */
const sentenceOfRow = (assembly: Assembly, piece: TablePiece, row: TableRow): Text | undefined => {
  const alone: Assembly = { ...assembly, pieces: new Map(assembly.pieces).set(piece.id, { piece: { ...piece, rows: [row] }, programme: assembly.programme }) }
  try {
    return proseOfPiece(alone, piece.id).items[0]?.text
  } catch {
    return undefined
  }
}

/** Below the grid: the row where the keys stand as a sentence, and what was found in it. */
export const RowBar = ({ assembly, piece, row, number, issues }: RowBarProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const told = useDeferredValue(row)
  const sentence = useMemo(() => told && sentenceOfRow(assembly, piece, told), [assembly, piece, told])
  return (
    <div className={classes['rowBar']}>
      {sentence && <p><strong>{t('table.rowNumber', { number })}</strong> “{read(sentence)}”{told?.citation && ` – ${read(citationPhrase(told.citation))}`}</p>}
      {row && <EvidenceLine piece={piece.id} part={row.id} />}
      <Findings issues={issues} />
    </div>
  )
}
