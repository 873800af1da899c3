import { Button, Group } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import type { Assembly } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ElementBody } from '../elements/ElementBody.tsx'
import { ElementPage } from '../elements/ElementPage.tsx'
import type { ElementRef } from '../elements/element.ts'
import { ParameterHistory } from '../elements/ParameterHistory.tsx'
import { CaseBench } from '../case-bench/CaseBench.tsx'
import { CodeListEditor } from './CodeListEditor.tsx'
import { useDraft } from '../editor-store/draft-context.ts'
import { EvidenceNote } from '../evidence/EvidenceNote.tsx'
import { EvidenceOfPiece } from '../evidence/EvidenceOfPiece.tsx'
import { Findings } from '../findings/Findings.tsx'
import { FormEditor } from '../form-designer/FormEditor.tsx'
import { useFindings } from '../findings/use-findings.ts'
import { ReportEditor } from '../report-designer/ReportEditor.tsx'
import { hasEditor, PieceEditor } from './PieceEditor.tsx'
import { useParameterDialog } from '../parameter-designer/use-parameter-dialog.tsx'

/** One element of the draft: edited where it can be, with what was found at it. */
export const DraftElement = ({ element }: { readonly element: ElementRef }) => {
  const { assembly, writable } = useDraft()
  const findings = useFindings()
  return <ElementPage assembly={assembly} element={element} renderBody={() => <>{!showsFindings(assembly, element, writable) && <Findings issues={findings(element)} />}{element.kind === 'piece' && <EvidenceNote />}<DraftBody element={element} /></>} />
}

/** An editor shows what was found at its place in it. */
const showsFindings = ({ release }: Assembly, { kind, id }: ElementRef, writable: boolean): boolean =>
  kind === 'form' || kind === 'report' || (writable && kind === 'piece' && release.logic.some((piece) => piece.id === id && hasEditor(piece)))

const DraftBody = ({ element }: { readonly element: ElementRef }) => {
  const { assembly, writable } = useDraft()
  if (element.kind === 'piece') {
    const piece = assembly.release.logic.find(({ id }) => id === element.id)
    if (piece && writable && hasEditor(piece)) return <PieceEditor key={piece.id} piece={piece} />
  }
  if (element.kind === 'case') {
    const stored = assembly.release.cases.find(({ id }) => id === element.id)
    if (stored) return <CaseBench key={stored.id} stored={stored} />
  }
  if (element.kind === 'form') {
    const form = assembly.release.forms.find(({ id }) => id === element.id)
    if (form) return <FormEditor key={form.id} form={form} />
  }
  if (element.kind === 'report') {
    const report = assembly.release.reports?.find(({ id }) => id === element.id)
    if (report) return <ReportEditor key={report.id} report={report} />
  }
  if (element.kind === 'list') {
    const list = assembly.lists.get(element.id)
    if (list && writable) return <CodeListEditor list={list} />
  }
  return (
    <>
      <ElementBody assembly={assembly} element={element} renderBelow={(piece, part) => <EvidenceOfPiece piece={piece} part={part} />} />
      {element.kind === 'parameter' && <OfParameter id={element.id} />}
      {element.kind === 'field' && writable && <RemoveField id={element.id} />}
    </>
  )
}

const OfParameter = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, state: { document }, writable } = useDraft()
  const { open, dialog } = useParameterDialog()
  const parameter = assembly.parameters.get(id)?.parameter
  if (!parameter || assembly.release.parameters[id] === undefined) return null
  return (
    <>
      {writable && <Button variant="default" aria-label={t('parameter.editOf', { title: read(parameter.title) })} onClick={() => open(id)}>{t('parameter.edit')}</Button>}
      <ParameterHistory assembly={assembly} id={id} parameter={parameter} draft={{ title: read(document.release.title), from: document.valid_from }} />
      {dialog}
    </>
  )
}

/** What a draft adds it can take back. */
const RemoveField = ({ id }: { readonly id: string }) => {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const { editor, state: { document: { additions } } } = useDraft()
  const place = (['household', 'members', 'unit'] as const).find((each) => Object.hasOwn(additions.fields[each], id))
  if (!place) return null
  const remove = (): void => {
    editor.perform({ name: 'field.remove', args: { place, id } })
    void navigate({ to: '.', search: (search) => ({ ...search, on: undefined }) })
  }
  return <Group><Button variant="subtle" color="red" c="var(--error)" onClick={remove}>{t('dictionary.remove')}</Button></Group>
}
