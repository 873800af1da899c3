import type { ComponentProps } from 'react'
import { useFindings } from '../findings/use-findings.ts'
import type { ElementRef } from '../elements/element.ts'
import { ConditionDialog as Dialog } from '../rule-designer/ConditionDialog.tsx'

interface ConditionDialogProps extends Omit<ComponentProps<typeof Dialog>, 'issues'> {
  /** What it is found at by the lint. */
  readonly element: ElementRef
}

/** A condition of a form or question, with what was found at it. */
export const ConditionDialog = ({ element, ...props }: ConditionDialogProps) => {
  const findings = useFindings()
  return <Dialog {...props} issues={findings(element)} />
}
