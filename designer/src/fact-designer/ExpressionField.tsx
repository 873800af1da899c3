import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Assembly, EntitlementPiece, Expression, FactPiece, Issue } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import type { Place } from '../editor-store/document-place.ts'
import { unwrittenValue } from '../rule-designer/operands.ts'
import { ExpressionBuilder } from './ExpressionBuilder.tsx'
import classes from './fact-designer.module.css'
import { FormulaField } from './FormulaField.tsx'
import { FormulaHelp } from './FormulaHelp.tsx'

interface ExpressionFieldProps {
  readonly piece: FactPiece | EntitlementPiece
  readonly place: Place
  /** Absent: nothing is written yet. */
  readonly expression: Expression | undefined
  readonly assembly: Assembly
  readonly label: string
  readonly unit?: string | undefined
  readonly list?: string | undefined
  readonly issues: readonly Issue[]
  readonly onExpression: (expression: Expression) => void
  /** Where there need not be one. */
  readonly onClear?: () => void
  readonly onTyped?: (expression: Expression | undefined) => void
  /** Whether the document holds it already, with nothing written in it. */
  readonly beginsEmpty?: boolean
  /** Where a text that cannot be read is kept, where the piece does not tell it apart. */
  readonly keptAt?: string
  /** Whether functions are listed below. */
  readonly withHelp?: boolean
  /** What a formula may look like, where nothing is written. */
  readonly hint?: string | undefined
  /** Whether the parts are shown at first. */
  readonly beginsBuilt?: boolean
  /** Told when the parts are shown or hidden. */
  readonly onBuilt?: (built: boolean) => void
}

/** A calculation typed as a formula or built part by part, both the same document. */
export const ExpressionField = ({ piece, place, expression, assembly, label, unit, list, issues, onExpression, onClear, onTyped, beginsEmpty = false, keptAt, withHelp = false, hint, beginsBuilt = false, onBuilt }: ExpressionFieldProps) => {
  const { t } = useTranslation()
  const { draft } = useDraft()
  const [built, setBuilt] = useState(beginsBuilt)
  // Where there need not be a calculation, building begins one.
  const toggle = (): void => {
    if (!built && expression === undefined && !beginsEmpty) onExpression(unwrittenValue)
    setBuilt(!built)
    onBuilt?.(!built)
  }
  const Chevron = built ? IconChevronDown : IconChevronRight
  return (
    <div>
      <FormulaField label={label} place={[draft.id, keptAt ?? piece.id, ...place].join('/')} assembly={assembly} expression={expression} list={list} hint={hint} onExpression={onExpression} {...(onClear && { onClear })} {...(onTyped && { onTyped })} />
      <div className={classes['ways']}>
        <UnstyledButton className={classes['toggle'] ?? ''} aria-expanded={built} aria-label={t('fact.buildOf', { label })} onClick={toggle}><Chevron size={16} aria-hidden />{t('fact.build')}</UnstyledButton>
        {withHelp && <FormulaHelp />}
      </div>
      {built && (expression !== undefined || beginsEmpty) && <ExpressionBuilder piece={piece} place={place} expression={expression ?? unwrittenValue} assembly={assembly} label={t('fact.result')} unit={unit} list={list} issues={issues} />}
    </div>
  )
}
