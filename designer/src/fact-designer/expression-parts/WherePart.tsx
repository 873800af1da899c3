import type { Assembly, Condition, Subject } from '@tieuchi/runtime'
import { ConditionTree } from '../../rule-designer/ConditionTree.tsx'
import { useExpression, type ExpressionPart } from '../expression-context.ts'
import classes from '../fact-designer.module.css'

interface WherePartProps extends ExpressionPart {
  readonly step: string
  readonly condition: Condition
  readonly within?: { readonly assembly: Assembly; readonly subject: Subject }
}

/** A condition within a calculation. */
export const WherePart = ({ step, condition, label, place, assembly, subject, within }: WherePartProps) => {
  const { piece, issues } = useExpression()
  return (
    <div className={classes['where']}>
      <span className={classes['partLabel']}>{label}</span>
      <ConditionTree site={{ piece: piece.id, place: [...place, step] }} condition={condition} assembly={within?.assembly ?? assembly} subject={within?.subject ?? subject} issues={issues} label={label} />
    </div>
  )
}
