import type { FactPiece, Issue, Subject } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useDraft } from '../editor-store/draft-context.ts'
import type { Place } from '../editor-store/document-place.ts'
import { ExpressionField } from '../fact-designer/ExpressionField.tsx'
import { Findings } from '../findings/Findings.tsx'
import { unwrittenValue } from '../rule-designer/operands.ts'
import type { ReportDesk } from './report-desk.ts'
import { ReportRules } from './ReportRules.tsx'

interface ValuePropertyProps {
  readonly desk: ReportDesk
  readonly place: Place
  readonly of: Subject
  readonly label: string
  /** It is computed of the columns of the row. */
  readonly sheet?: true
}

/** A value of a report, typed as a formula or built: of what is known of a household, or of the columns of a row. */
export const ValueProperty = ({ desk: { report }, place, of, label, sheet }: ValuePropertyProps) => {
  const { t } = useTranslation()
  return (
    <ReportRules
      site={{ report: report.id, place, of, part: 'value', ...(sheet && { sheet }) }}
      render={(piece, issues) => piece.kind === 'fact' && <ValueField piece={piece} label={label} hint={sheet && t('reportDesign.formulaHint')} keptAt={[report.id, ...place].join('.')} issues={issues} />}
    />
  )
}

const ValueField = ({ piece, label, hint, keptAt, issues }: { readonly piece: FactPiece; readonly label: string; readonly hint: string | undefined; readonly keptAt: string; readonly issues: readonly Issue[] }) => {
  const { assembly, editor } = useDraft()
  const unwritten = piece.value === unwrittenValue
  return (
    <>
      <ExpressionField
        piece={piece}
        place={['value']}
        expression={unwritten ? undefined : piece.value}
        assembly={assembly}
        label={label}
        issues={issues}
        onExpression={(value) => editor.perform({ name: 'piece.replace', args: { piece: { ...piece, value } } })}
        beginsEmpty
        keptAt={keptAt}
        withHelp
        hint={hint}
      />
      <Findings issues={issues} />
    </>
  )
}
