import { conditionSitesOf, typeOfFact, type Expression, type FactPiece } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import { PieceText } from '../elements/PieceText.tsx'
import { EvidenceLine } from '../evidence/EvidenceLine.tsx'
import { Findings } from '../findings/Findings.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { unwrittenValue } from '../rule-designer/operands.ts'
import { PieceTitle } from '../rule-designer/PieceTitle.tsx'
import { RemovePiece } from '../rule-designer/RemovePiece.tsx'
import { SourceFields, type Source } from '../rule-designer/SourceFields.tsx'
import { ExpressionField } from './ExpressionField.tsx'
import classes from './fact-designer.module.css'
import { FactPreview } from './FactPreview.tsx'
import { ListSelect } from './ListSelect.tsx'
import { UnitSelect } from './UnitSelect.tsx'
import { useExpressionWriting } from './use-expression-writing.ts'

const withoutSource = ({ citation: _citation, certainty: _certainty, note: _note, ...piece }: FactPiece): FactPiece => piece

const withoutUnit = ({ unit: _unit, ...piece }: FactPiece): FactPiece => piece

const withoutList = ({ list: _list, ...piece }: FactPiece): FactPiece => piece

/** A calculation: typed as a formula or built by picking, both the same document, and tried on a household beside it. */
export const FactEditor = ({ piece }: { readonly piece: FactPiece }) => {
  const { t } = useTranslation()
  const { assembly, editor } = useDraft()
  const findings = useFindings()({ kind: 'piece', id: piece.id })
  const write = useExpressionWriting(piece)
  const [typed, setTyped] = useState<Expression>()
  const replace = (next: FactPiece): void => editor.perform({ name: 'piece.replace', args: { piece: next } })
  const unwritten = piece.value === unwrittenValue
  const beginsBuilt = conditionSitesOf(assembly).some((site) => site.piece.id === piece.id)
  const [built, setBuilt] = useState(beginsBuilt)
  return (
    <>
      <PieceTitle piece={piece} />
      {!unwritten && <div className={classes['said']}><PieceText assembly={assembly} id={piece.id} /></div>}
      <ExpressionField
        piece={piece}
        place={['value']}
        expression={unwritten ? undefined : piece.value}
        assembly={assembly}
        label={t('fact.formula')}
        unit={piece.unit}
        list={piece.list}
        issues={findings}
        onExpression={(value) => write(['value'], value)}
        onTyped={setTyped}
        beginsEmpty
        withHelp
        beginsBuilt={beginsBuilt}
        onBuilt={setBuilt}
      />
      <Findings issues={built ? findings.filter(({ path }) => !path.includes('where')) : findings} />
      <div className={classes['options']}>
        <UnitSelect label={t('fact.unit')} unit={piece.unit} onUnit={(unit) => replace({ ...withoutUnit(piece), ...(unit !== undefined && { unit }) })} />
        <ListSelect label={t('fact.list')} list={piece.list} onList={(list) => replace({ ...withoutList(piece), ...(list !== undefined && { list }) })} />
      </div>
      <FactPreview piece={typed === undefined ? piece : { ...piece, value: typed }} />
      {typeOfFact(assembly, { fact: piece.id }) === 'boolean' && <EvidenceLine piece={piece.id} />}
      <SourceFields source={piece} onSource={(source: Source) => replace({ ...withoutSource(piece), ...source })} />
      <RemovePiece piece={piece} />
    </>
  )
}
