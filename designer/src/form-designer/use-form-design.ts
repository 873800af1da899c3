import type { FormDocument } from '@tieuchi/runtime'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { useLatest } from '../ui/use-latest.ts'
import type { Linted } from '../findings/lint-desk.ts'
import { findingsAt, useLinted } from '../findings/use-findings.ts'
import { wordsOfNew } from './design-words.ts'
import type { FormDesign } from './form-design.ts'
import { FormDesk } from './form-desk.ts'
import { issuesByPart, keptIssues } from './part-issues.ts'
import { canvasRows, keptRows, keysInSight, type CanvasRow } from './part-rows.ts'
import { useKept } from '../ui/use-kept.ts'
import { tell } from '../ui/tell.ts'

const nothingFound: FormDesign['issues'] = new Map()

/** What was found, at the parts of the form as it was then: a part that has been moved since keeps what is its own. */
const issuesIn = (linted: Linted | undefined, id: string): FormDesign['issues'] => {
  const form = linted?.draft.document.release.forms.find((each) => each.id === id)
  return form ? issuesByPart(form, findingsAt(linted, { kind: 'form', id })) : nothingFound
}

/** A form of the draft with what is selected of it, what was found in it, and the ways to change it. */
export const useFormDesign = (form: FormDocument): FormDesign & { readonly rows: readonly CanvasRow[] } => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { assembly, editor, state: { document: { additions } } } = useDraft()
  const linted = useLinted()
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
  const rows = useKept(canvasRows(form, session.closed), keptRows)
  const before = useRef<readonly string[]>([])
  useEffect(() => {
    const order = keysInSight(rows)
    desk.follow(before.current, order)
    before.current = order
  }, [desk, rows])
  const issues = useKept(issuesIn(linted, form.id), keptIssues)
  return { form, assembly, ...session, issues, actions: desk, rows }
}
