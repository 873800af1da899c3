import { Button, Group, Modal, NativeSelect } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { sentenceOfPiece, usageOf, type Issue, type LogicPiece, type Subject } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { ExpressionField } from '../fact-designer/ExpressionField.tsx'
import { ListSelect } from '../fact-designer/ListSelect.tsx'
import { Findings } from '../findings/Findings.tsx'
import { unwritten } from '../rule-designer/condition-edits.ts'
import { ConditionTree } from '../rule-designer/ConditionTree.tsx'
import { unwrittenValue } from '../rule-designer/operands.ts'
import { PieceTitle } from '../rule-designer/PieceTitle.tsx'
import { SourceFields, type Source } from '../rule-designer/SourceFields.tsx'
import { randomId } from '../ui/random-id.ts'
import { newTitle } from './new-title.ts'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'
import { ReportRules } from './ReportRules.tsx'

type OwnPiece = LogicPiece & { readonly kind: 'condition' | 'fact' }

const isOwn = (piece: LogicPiece): piece is OwnPiece => piece.kind === 'condition' || piece.kind === 'fact'

/** Facts and conditions that columns and rows of the form share. */
export const ReportPieces = ({ desk: { report, writable } }: { readonly desk: ReportDesk }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor } = useDraft()
  const [open, setOpen] = useState<string>()
  const pieces = (report.logic ?? []).filter(isOwn)
  const add = (kind: OwnPiece['kind']): void => {
    const id = `p_${randomId()}`
    const title = newTitle(`reportDesign.piece.${kind}`)
    const piece: OwnPiece = kind === 'condition' ? { kind, id, title, conditions: unwritten } : { kind, id, title, value: unwrittenValue }
    editor.perform({ name: 'report.rules', args: { site: { report: report.id, piece: id }, command: { name: 'piece.add', args: { piece } } } })
    setOpen(id)
  }
  return (
    <div className={classes['property']}>
      <h4>{t('reportDesign.pieces')}</h4>
      <p className={classes['quiet']}>{t('reportDesign.piecesHelp')}</p>
      <ul className={classes['list']}>
        {pieces.map(({ id, title }) => <li key={id}><Button variant="subtle" size="compact-sm" h="auto" py={4} justify="flex-start" classNames={{ label: classes['wrapped'] ?? '' }} onClick={() => setOpen(id)} disabled={!writable}>{read(title)}</Button></li>)}
      </ul>
      {writable && (
        <Group gap="xs">
          {(['condition', 'fact'] as const).map((kind) => <Button key={kind} size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(kind)}>{t(`reportDesign.piece.${kind}`)}</Button>)}
        </Group>
      )}
      {open !== undefined && <ReportRules site={{ report: report.id, piece: open }} render={(piece, issues) => isOwn(piece) && <PieceDialog piece={piece} issues={issues} onClose={() => setOpen(undefined)} />} />}
    </div>
  )
}

const withoutSource = <Piece extends OwnPiece>({ citation: _citation, note: _note, ...piece }: Piece): Piece => piece as unknown as Piece

const PieceDialog = ({ piece, issues, onClose }: { readonly piece: OwnPiece; readonly issues: readonly Issue[]; readonly onClose: () => void }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, editor } = useDraft()
  const used = (usageOf(assembly).facts.get(piece.id) ?? []).length > 0
  const replace = (next: OwnPiece): void => editor.perform({ name: 'piece.replace', args: { piece: next } })
  const { of: _of, ...ofHousehold } = piece
  const remove = (): void => {
    onClose()
    editor.perform({ name: 'piece.remove', args: { id: piece.id } })
  }
  return (
    <Modal opened onClose={onClose} title={t(`reportDesign.piece.${piece.kind}`)} size={880} closeButtonProps={{ 'aria-label': t('close') }}>
      <PieceTitle piece={piece} />
      <NativeSelect label={t('rules.subject')} value={piece.of ?? 'household'} onChange={(event) => replace((event.currentTarget.value === 'members' ? { ...piece, of: 'members' } : ofHousehold) as OwnPiece)} data={(['household', 'members'] as const satisfies readonly Subject[]).map((value) => ({ value, label: t(`rules.subject.${value}`) }))} maw={320} />
      <p className={classes['sentence']}>{read(sentenceOfPiece(assembly, piece.id))}</p>
      {piece.kind === 'condition'
        ? <ConditionTree site={{ piece: piece.id, place: ['conditions'] }} condition={piece.conditions} assembly={assembly} subject={piece.of ?? 'household'} issues={issues} label={t('build.conditions')} />
        : (
          <>
            <ExpressionField piece={piece} place={['value']} expression={piece.value === unwrittenValue ? undefined : piece.value} assembly={assembly} label={t('fact.formula')} unit={piece.unit} list={piece.list} issues={issues} onExpression={(value) => replace({ ...piece, value })} beginsEmpty withHelp />
            <ListSelect label={t('fact.list')} list={piece.list} onList={(list) => {
              const { list: _list, ...unlisted } = piece
              replace(list === undefined ? unlisted : { ...piece, list })
            }} />
            <Findings issues={issues} />
          </>
        )}
      <SourceFields source={piece} onSource={({ certainty, ...source }: Source) => replace({ ...withoutSource(piece), ...source, ...(certainty && piece.kind === 'fact' && { certainty }) } as OwnPiece)} withCertainty={piece.kind === 'fact'} />
      <Group justify="space-between" mt="md">
        <Button variant="subtle" color="red" c="var(--error)" disabled={used} onClick={remove}>{t('reportDesign.removePiece')}</Button>
        <Button onClick={onClose}>{t('design.done')}</Button>
      </Group>
      {used && <p className={classes['quiet']}>{t('rules.usedSo')}</p>}
    </Modal>
  )
}
