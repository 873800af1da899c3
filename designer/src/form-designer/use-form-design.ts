import type { FormDocument, Issue } from '@tieuchi/runtime'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { useLatest } from '../ui/use-latest.ts'
import { useFindings } from '../findings/use-findings.ts'
import { wordsOfNew } from './design-words.ts'
import type { FormDesign } from './form-design.ts'
import { FormDesk } from './form-desk.ts'
import { issuesByPart, keptIssues } from './part-issues.ts'
import { canvasRows, keptRows, keysInSight, type CanvasRow } from './part-rows.ts'
import { tell } from '../ui/tell.ts'

const useKeptRows = (form: FormDocument, closed: ReadonlySet<string>): readonly CanvasRow[] => {
  const [kept, setKept] = useState<{ readonly form: FormDocument; readonly closed: ReadonlySet<string>; readonly rows: readonly CanvasRow[] }>(() => ({ form, closed, rows: canvasRows(form, closed) }))
  if (kept.form === form && kept.closed === closed) return kept.rows
  const rows = keptRows(kept.rows, canvasRows(form, closed))
  setKept({ form, closed, rows })
  return rows
}

const useKeptIssues = (form: FormDocument, findings: readonly Issue[]): FormDesign['issues'] => {
  const [kept, setKept] = useState(() => ({ form, findings, issues: issuesByPart(form, findings) }))
  if (kept.form === form && kept.findings === findings) return kept.issues
  const issues = keptIssues(kept.issues, issuesByPart(form, findings))
  setKept({ form, findings, issues })
  return issues
}

/** A form of the draft with what is selected of it, what was found in it, and the ways to change it. */
export const useFormDesign = (form: FormDocument): FormDesign & { readonly rows: readonly CanvasRow[] } => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { assembly, editor, state: { document: { additions } } } = useDraft()
  const findings = useFindings()({ kind: 'form', id: form.id })
  const latest = useLatest(() => ({ assembly, additions, language, t, form }))
  const [desk] = useState(() => new FormDesk({
    form: () => editor.getState().document.release.forms.find(({ id }) => id === form.id) ?? latest().form,
    assembly: () => latest().assembly,
    additions: () => latest().additions,
    language: () => latest().language,
    wordsOf: wordsOfNew,
    perform: editor.perform,
    tell: (what, count) => tell(latest().t(`design.tell.${what}`, { count: count ?? 0 })),
  }))
  const session = useSyncExternalStore(desk.subscribe, desk.session)
  const rows = useKeptRows(form, session.closed)
  const before = useRef<readonly string[]>([])
  useEffect(() => {
    const order = keysInSight(rows)
    desk.follow(before.current, order)
    before.current = order
  }, [desk, rows])
  const issues = useKeptIssues(form, findings)
  return { form, assembly, ...session, issues, actions: desk, rows }
}
