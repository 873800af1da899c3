import { UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import type { Assembly, EntitlementPiece, Expression, FactPiece, Issue } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Place } from '../editor-store/document-place.ts'
import { ExpressionBuilder } from './ExpressionBuilder.tsx'
import classes from './fact-designer.module.css'
import { FormulaField } from './FormulaField.tsx'

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
  /** Whether the parts are shown at first. */
  readonly beginsBuilt?: boolean
}

/** A calculation typed as a formula or built part by part, both the same document. */
export const ExpressionField = ({ piece, place, expression, assembly, label, unit, list, issues, onExpression, onClear, onTyped, beginsBuilt = false }: ExpressionFieldProps) => {
  const { t } = useTranslation()
  const [built, setBuilt] = useState(beginsBuilt)
  const Chevron = built ? IconChevronDown : IconChevronRight
  return (
    <div>
      <FormulaField label={label} assembly={assembly} expression={expression} list={list} onExpression={onExpression} {...(onClear && { onClear })} {...(onTyped && { onTyped })} />
      {expression !== undefined && (
        <UnstyledButton className={classes['toggle'] ?? ''} aria-expanded={built} aria-label={t('fact.buildOf', { label })} onClick={() => setBuilt(!built)}><Chevron size={16} aria-hidden />{t('fact.build')}</UnstyledButton>
      )}
      {expression !== undefined && built && <ExpressionBuilder piece={piece} place={place} expression={expression} assembly={assembly} label={t('fact.result')} unit={unit} list={list} issues={issues} />}
    </div>
  )
}
