import { NativeSelect, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { conditionSitesOf, formatUnit, typeOfFact, type Expression, type FactPiece } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { PieceText } from '../elements/PieceText.tsx'
import { EvidenceLine } from '../evidence/EvidenceLine.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { unwrittenValue } from '../rule-designer/operands.ts'
import { PieceTitle } from '../rule-designer/PieceTitle.tsx'
import { RemovePiece } from '../rule-designer/RemovePiece.tsx'
import { SourceFields, type Source } from '../rule-designer/SourceFields.tsx'
import { ExpressionBuilder } from './ExpressionBuilder.tsx'
import classes from './fact-designer.module.css'
import { FactPreview } from './FactPreview.tsx'
import { FormulaField } from './FormulaField.tsx'
import { units } from './units.ts'
import { useExpressionWriting } from './use-expression-writing.ts'

const withoutSource = ({ citation: _citation, certainty: _certainty, note: _note, ...piece }: FactPiece): FactPiece => piece

const withoutUnit = ({ unit: _unit, ...piece }: FactPiece): FactPiece => piece

const withoutList = ({ list: _list, ...piece }: FactPiece): FactPiece => piece

/** A calculation: typed as a formula or built by picking, both the same document, and tried on a household beside it. */
export const FactEditor = ({ piece }: { readonly piece: FactPiece }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly, editor } = useDraft()
  const findings = useFindings()({ kind: 'piece', id: piece.id })
  const write = useExpressionWriting(piece)
  const [typed, setTyped] = useState<Expression>()
  const [built, setBuilt] = useState(() => conditionSitesOf(assembly).some((site) => site.piece.id === piece.id))
  const unitLabel = (unit: string): string => (unit === 'share' ? '%' : unit === 'count' ? t('fact.count') : formatUnit(unit, language).trim() || '–')
  const replace = (next: FactPiece): void => editor.perform({ name: 'piece.replace', args: { piece: next } })
  const unwritten = piece.value === unwrittenValue
  const Chevron = built ? IconChevronDown : IconChevronRight
  return (
    <>
      <PieceTitle piece={piece} />
      {!unwritten && <div className={classes['said']}><PieceText assembly={assembly} id={piece.id} /></div>}
      <FormulaField label={t('fact.formula')} assembly={assembly} expression={unwritten ? undefined : piece.value} list={piece.list} onExpression={(value) => write(['value'], value)} onTyped={setTyped} />
      <UnstyledButton className={classes['toggle'] ?? ''} aria-expanded={built} onClick={() => setBuilt(!built)}><Chevron size={16} aria-hidden />{t('fact.build')}</UnstyledButton>
      {built && <ExpressionBuilder piece={piece} place={['value']} expression={piece.value} assembly={assembly} label={t('fact.result')} unit={piece.unit} list={piece.list} issues={findings} />}
      <div className={classes['options']}>
        <NativeSelect
          label={t('fact.unit')}
          value={piece.unit ?? ''}
          onChange={(event) => replace(event.currentTarget.value === '' ? withoutUnit(piece) : { ...piece, unit: event.currentTarget.value })}
          data={[...new Set(['', ...units, ...(piece.unit === undefined ? [] : [piece.unit])])].map((unit) => ({ value: unit, label: unitLabel(unit) }))}
        />
        <NativeSelect
          label={t('fact.list')}
          value={piece.list ?? ''}
          onChange={(event) => replace(event.currentTarget.value === '' ? withoutList(piece) : { ...piece, list: event.currentTarget.value })}
          data={[{ value: '', label: '–' }, ...[...assembly.lists.values()].map(({ id, title }) => ({ value: id, label: read(title) }))]}
        />
      </div>
      <FactPreview piece={typed === undefined ? piece : { ...piece, value: typed }} />
      {typeOfFact(assembly, { fact: piece.id }) === 'boolean' && <EvidenceLine piece={piece.id} />}
      <SourceFields source={piece} onSource={(source: Source) => replace({ ...withoutSource(piece), ...source })} />
      <RemovePiece piece={piece} />
    </>
  )
}
