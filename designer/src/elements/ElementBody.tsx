import type { Assembly } from '@tieuchi/runtime'
import { CaseText } from './CaseText.tsx'
import type { ElementRef } from './element.ts'
import { EntryTable } from './EntryTable.tsx'
import { FieldFacts } from './FieldFacts.tsx'
import { FormText } from './FormText.tsx'
import { ParameterFacts } from './ParameterFacts.tsx'
import { PieceText } from './PieceText.tsx'

/** What an element says, to be read. */
export const ElementBody = ({ assembly, element: { kind, id } }: { readonly assembly: Assembly; readonly element: ElementRef }) => {
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
  if (kind === 'piece') return assembly.pieces.has(id) && <PieceText assembly={assembly} id={id} />
  if (kind === 'form') {
    const form = assembly.release.forms.find((each) => each.id === id)
    return form && <FormText assembly={assembly} form={form} />
  }
  const each = assembly.release.cases.find((one) => one.id === id)
  return each && <CaseText assembly={assembly} example={each} />
}
