import { citationPhrase, proseOfPiece, type Assembly, type Citation, type LogicPiece } from '@tieuchi/runtime'
import { useMemo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './elements.module.css'

interface PieceTextProps {
  readonly assembly: Assembly
  readonly id: string
  /** What stands below the piece, or below one rule or row of it. */
  readonly renderBelow?: (part?: string) => ReactNode
}

/** What a rule, table or calculation says in sentences, from the document itself: a table or set of rules as a list, each line with its article. */
export const PieceText = ({ assembly, id, renderBelow }: PieceTextProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { text, items } = useMemo(() => proseOfPiece(assembly, id), [assembly, id])
  const piece = assembly.pieces.get(id)?.piece
  const citation = piece && citationOf(piece)
  return (
    <>
      <div>{read(text)}{items.length > 0 && ':'}</div>
      {items.length > 0 && (
        <ol className={classes['items']}>
          {items.map((item, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- the sentence of a row may stand twice; its place tells them apart
            <li key={index}>
              {read(item.text)}
              {(item.citation || item.certainty === 'assumed' || item.certainty === 'open') && (
                <span className={classes['quiet']}> – {[item.citation && read(citationPhrase(item.citation)), (item.certainty === 'assumed' || item.certainty === 'open') && t(`parameters.certainty.${item.certainty}`)].filter(Boolean).join(', ')}</span>
              )}
              {item.note && <div className={classes['quiet']}>{read(item.note)}</div>}
              {renderBelow?.(partOf(piece, index))}
            </li>
          ))}
        </ol>
      )}
      {citation && <div className={classes['quiet']}>{read(citationPhrase(citation))}</div>}
      {items.length === 0 && renderBelow?.()}
    </>
  )
}

const citationOf = (piece: LogicPiece): Citation | undefined => ('citation' in piece ? piece.citation : undefined)

/** The id of the rule or row that an item of the prose tells. */
const partOf = (piece: LogicPiece | undefined, index: number): string | undefined => {
  if (piece?.kind === 'rules') return piece.rules[index]?.id
  return piece?.kind === 'table' ? piece.rows[index]?.id : undefined
}
