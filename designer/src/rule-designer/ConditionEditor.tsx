import { sentenceOfPiece, type ConditionPiece } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { EvidenceLine } from '../evidence/EvidenceLine.tsx'
import { Findings } from '../findings/Findings.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { isUnwritten } from './condition-edits.ts'
import { ConditionTree } from './ConditionTree.tsx'
import { PieceTitle } from './PieceTitle.tsx'
import { RemovePiece } from './RemovePiece.tsx'
import classes from './rule-designer.module.css'
import { SourceFields, type Source } from './SourceFields.tsx'

const withoutSource = ({ citation: _citation, note: _note, ...piece }: ConditionPiece): ConditionPiece => piece

/** A shared condition: its sentence, and below it what it is built of. */
export const ConditionEditor = ({ piece }: { readonly piece: ConditionPiece }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, editor } = useDraft()
  const findings = useFindings()({ kind: 'piece', id: piece.id })
  const onSource = ({ certainty: _certainty, ...source }: Source): void => editor.perform({ name: 'piece.replace', args: { piece: { ...withoutSource(piece), ...source } } })
  return (
    <>
      <PieceTitle piece={piece} />
      <p className={classes['sentence']}>{read(sentenceOfPiece(assembly, piece.id))}</p>
      {!isUnwritten(piece.conditions) && <EvidenceLine piece={piece.id} />}
      <ConditionTree site={{ piece: piece.id, place: ['conditions'] }} condition={piece.conditions} assembly={assembly} subject={piece.of ?? 'household'} issues={findings} label={t('build.conditions')} />
      <SourceFields source={piece} onSource={onSource} withCertainty={false} />
      <Findings issues={findings.filter(({ path }) => path[2] !== 'conditions')} />
      <RemovePiece piece={piece} />
    </>
  )
}
