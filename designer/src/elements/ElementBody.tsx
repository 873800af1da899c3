import type { Assembly } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { CaseText } from './CaseText.tsx'
import type { ElementRef } from './element.ts'
import { EntryTable } from './EntryTable.tsx'
import { FieldFacts } from './FieldFacts.tsx'
import { FormText } from './FormText.tsx'
import { ParameterFacts } from './ParameterFacts.tsx'
import { ReportText } from './ReportText.tsx'
import { PieceText } from './PieceText.tsx'

interface ElementBodyProps {
  readonly assembly: Assembly
  readonly element: ElementRef
  /** What stands below a piece of the logic, or below one rule or row of it. */
  readonly renderBelow?: (piece: string, part?: string) => ReactNode
}

/** What an element says, to be read. */
export const ElementBody = ({ assembly, element: { kind, id }, renderBelow }: ElementBodyProps) => {
  if (kind === 'field') {
    const field = assembly.fields.get(id)
    return field && <FieldFacts assembly={assembly} field={field} />
  }
  if (kind === 'list') {
    const list = assembly.lists.get(id)
    return list && <EntryTable list={list} />
  }
  if (kind === 'parameter') {
    const parameter = assembly.parameters.get(id)?.parameter
    return parameter && <ParameterFacts assembly={assembly} parameter={parameter} />
  }
  if (kind === 'piece') return assembly.pieces.has(id) && <PieceText assembly={assembly} id={id} {...(renderBelow && { renderBelow: (part) => renderBelow(id, part) })} />
  if (kind === 'form') {
    const form = assembly.release.forms.find((each) => each.id === id)
    return form && <FormText assembly={assembly} form={form} />
  }
  if (kind === 'report') {
    const report = assembly.release.reports?.find((each) => each.id === id)
    return report && <ReportText assembly={assembly} report={report} />
  }
  const each = assembly.release.cases.find((one) => one.id === id)
  return each && <CaseText assembly={assembly} example={each} />
}
