import { outcomeSource, sentenceOfPiece, type FactReference, type OutcomePiece } from '@tieuchi/runtime'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { ListSelect } from '../fact-designer/ListSelect.tsx'
import { UnitSelect } from '../fact-designer/UnitSelect.tsx'
import { Findings } from '../findings/Findings.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { ReadableBox } from '../readables/ReadableBox.tsx'
import { isReadBy, readableKey, readablesOf } from '../readables/readables.ts'
import { PieceTitle } from '../rule-designer/PieceTitle.tsx'
import { RemovePiece } from '../rule-designer/RemovePiece.tsx'
import { ValueBadge } from '../ui/ValueBadge.tsx'
import classes from './outcome-designer.module.css'

/** A reference without anything besides the fact is written as its name. */
const sourceOf = (reference: FactReference): OutcomePiece['from'] => (Object.keys(reference).length === 1 ? reference.fact : reference)

const withoutUnit = ({ unit: _unit, ...piece }: OutcomePiece): OutcomePiece => piece

const withoutList = ({ list: _list, ...piece }: OutcomePiece): OutcomePiece => piece

/** A result of the programme: what it is taken from, and which results there are. */
export const OutcomeEditor = ({ piece }: { readonly piece: OutcomePiece }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, editor } = useDraft()
  const findings = useFindings()({ kind: 'piece', id: piece.id })
  const readables = useMemo(() => readablesOf(assembly, piece.id).filter((each) => isReadBy(piece.of ?? 'household', each)), [assembly, piece.id, piece.of])
  const replace = (next: OutcomePiece): void => editor.perform({ name: 'piece.replace', args: { piece: next } })
  const source = outcomeSource(piece)
  const entries = assembly.lists.get(piece.list ?? '')?.entries ?? []
  return (
    <>
      <PieceTitle piece={piece} />
      {source.fact !== '' && <p className={classes['said']}>{read(sentenceOfPiece(assembly, piece.id))}</p>}
      <div className={classes['fields']}>
        <div>
          <span className={classes['label']}>{t('outcome.from')}</span>
          <ReadableBox label={t('outcome.from')} readables={readables} chosen={readableKey(source)} onChoose={({ reference, list, unit }) => replace({ ...piece, from: sourceOf(reference), ...(piece.list === undefined && list !== undefined && { list }), ...(piece.unit === undefined && unit !== undefined && { unit }) })} />
        </div>
        <ListSelect label={t('outcome.list')} list={piece.list} onList={(list) => replace({ ...withoutList(piece), ...(list !== undefined && { list }) })} />
        <UnitSelect label={t('fact.unit')} unit={piece.unit} onUnit={(unit) => replace({ ...withoutUnit(piece), ...(unit !== undefined && { unit }) })} />
      </div>
      {piece.list !== undefined && entries.length > 0 && (
        <p className={classes['entries']}>
          {entries.map((entry) => <ValueBadge key={entry.code} tone={entry.tone ?? 'grey'}>{read(entry.title)}</ValueBadge>)}
          <ElementLink element={{ kind: 'list', id: piece.list }}>{t('outcome.openList')}</ElementLink>
        </p>
      )}
      <Findings issues={findings} />
      <RemovePiece piece={piece} />
    </>
  )
}
