import type { Expression } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { readPlace } from '../../editor-store/document-place.ts'
import { unwrittenValue, type LeftSide } from '../../rule-designer/operands.ts'
import type { ExpressionChoice } from '../expression-choices.ts'
import { useExpression } from '../expression-context.ts'
import type { PartsProps } from './parts-props.ts'

/** How constants below are written: as the whole where the parts are of its kind, else as plain numbers. */
const likeBelow = (choice: ExpressionChoice, like: LeftSide): LeftSide => (['add', 'subtract', 'min', 'max', 'round', 'floor', 'if'].includes(choice) ? like : { type: 'number' })

interface BelowPartProps extends PartsProps {
  /** From the calculation down to the part. */
  readonly step: readonly string[]
}

/** A part of a calculation that is a calculation itself. */
export const BelowPart = ({ step, label, choice, ...part }: BelowPartProps) => {
  const { t } = useTranslation()
  const { renderPart } = useExpression()
  const below = readPlace(part.expression, step) as Expression | undefined
  return renderPart({ ...part, label: label || t('fact.value'), place: [...part.place, ...step], expression: below ?? unwrittenValue, like: likeBelow(choice, part.like) })
}
