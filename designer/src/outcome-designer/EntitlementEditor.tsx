import { NativeSelect, Title } from '@mantine/core'
import { entitlementParts, periodNames, type EntitlementPiece, type Expression, type Period, type PeriodName } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { PieceText } from '../elements/PieceText.tsx'
import { EvidenceLine } from '../evidence/EvidenceLine.tsx'
import { ExpressionField } from '../fact-designer/ExpressionField.tsx'
import { ListSelect } from '../fact-designer/ListSelect.tsx'
import { UnitSelect } from '../fact-designer/UnitSelect.tsx'
import { Findings } from '../findings/Findings.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { isUnwritten } from '../rule-designer/condition-edits.ts'
import { ConditionTree } from '../rule-designer/ConditionTree.tsx'
import { PieceTitle } from '../rule-designer/PieceTitle.tsx'
import { RemovePiece } from '../rule-designer/RemovePiece.tsx'
import { SourceFields, type Source } from '../rule-designer/SourceFields.tsx'
import { BoundSelect } from './BoundSelect.tsx'
import { boundsOf, putPart, withBounds, type Bounds, type EntitlementPart } from './entitlement-parts.ts'
import classes from './outcome-designer.module.css'

const periods = Object.keys(periodNames) as readonly PeriodName[]

const withoutSource = ({ citation: _citation, certainty: _certainty, note: _note, ...piece }: EntitlementPiece): EntitlementPiece => piece

/** What somebody is entitled to: when, at which level, how much, how often, and on what it rests. */
export const EntitlementEditor = ({ piece }: { readonly piece: EntitlementPiece }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, editor } = useDraft()
  const findings = useFindings()({ kind: 'piece', id: piece.id })
  const replace = (next: EntitlementPiece): void => editor.perform({ name: 'piece.replace', args: { piece: next } })
  const change = (part: EntitlementPart, value: unknown): void => replace(putPart(piece, part, value))
  const say = (bounds: Partial<Bounds>): void => replace(withBounds(piece, { ...boundsOf(piece), ...bounds }))
  const { level, amount } = boundsOf(piece)
  const written = new Map(entitlementParts(piece).map(([place, expression]) => [place.join('/'), expression]))
  const field = (part: EntitlementPart, label: string, unit?: string, list?: string) => (
    <ExpressionField piece={piece} place={part.split('/')} expression={written.get(part)} assembly={assembly} label={label} unit={unit} list={list} issues={findings} onExpression={(expression: Expression) => change(part, expression)} onClear={() => change(part, undefined)} />
  )
  const period = (every: string): void => {
    const { period: before, ...rest } = piece
    const name = periods.find((each) => each === every)
    replace(name === undefined ? rest : { ...rest, period: { ...before, every: name } satisfies Period })
  }
  return (
    <>
      <PieceTitle piece={piece} />
      {!isUnwritten(piece.conditions) && <div className={classes['said']}><PieceText assembly={assembly} id={piece.id} /></div>}
      {!isUnwritten(piece.conditions) && <EvidenceLine piece={piece.id} />}
      <p className={classes['quiet']}>{t(piece.of === 'members' ? 'entitlement.ofMember' : 'entitlement.ofHousehold')}</p>
      <section className={classes['section']}>
        <Title order={3}>{t('entitlement.when')}</Title>
        <ConditionTree site={{ piece: piece.id, place: ['conditions'] }} condition={piece.conditions} assembly={assembly} subject={piece.of ?? 'household'} issues={findings} label={t('entitlement.when')} />
      </section>
      <section className={classes['section']}>
        <Title order={3}>{t('entitlement.what')}</Title>
        <div className={classes['pair']}>
          {field('level', t('entitlement.level'), piece.level_unit, piece.level_list)}
          <div className={classes['fields']}>
            <UnitSelect label={t('entitlement.levelUnit')} unit={piece.level_unit} onUnit={(unit) => change('level_unit', unit)} />
            <ListSelect label={t('entitlement.levelList')} list={piece.level_list} onList={(list) => change('level_list', list)} />
            {piece.level !== undefined && <BoundSelect label={t('entitlement.levelBound')} bound={level} onBound={(bound) => say({ level: bound })} />}
          </div>
          {field('amount', t('entitlement.amount'), piece.unit)}
          <div className={classes['fields']}>
            <UnitSelect label={t('entitlement.unit')} unit={piece.unit} onUnit={(unit) => change('unit', unit)} />
            {piece.amount !== undefined && <BoundSelect label={t('entitlement.bound')} bound={amount} onBound={(bound) => say({ amount: bound })} />}
          </div>
        </div>
      </section>
      <section className={classes['section']}>
        <Title order={3}>{t('entitlement.period')}</Title>
        <div className={classes['fields']}>
          <NativeSelect label={t('entitlement.every')} value={piece.period?.every ?? ''} onChange={(event) => period(event.currentTarget.value)} data={[{ value: '', label: t('entitlement.noPeriod') }, ...periods.map((name) => ({ value: name, label: read(periodNames[name]) }))]} />
        </div>
        {piece.period && <div className={classes['pair']}>{field('period/at_most', t('entitlement.atMost'))}{field('period/from', t('entitlement.from'))}{field('period/to', t('entitlement.to'))}</div>}
      </section>
      <SourceFields source={piece} onSource={(source: Source) => replace({ ...withoutSource(piece), ...source })} />
      <Findings issues={findings.filter(({ path }) => path[2] !== 'conditions')} />
      <RemovePiece piece={piece} />
    </>
  )
}
