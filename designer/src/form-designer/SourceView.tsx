import { Button, Group } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { canonicalJson, type FormDocument, type Issue } from '@tieuchi/runtime'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { useLatest } from '../ui/use-latest.ts'
import { JsonEditor } from '../json-text/json-editor.ts'
import { saveForm } from './exchange-files.ts'
import { formSchema, readSource, writeSource } from './form-source.ts'
import classes from './form-designer.module.css'

interface SourceViewProps {
  readonly form: FormDocument
  readonly writable: boolean
}

/** A form as text. What is typed counts once it is a form; until then it stays here, and nothing else changes. */
export const SourceView = ({ form, writable }: SourceViewProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const { assembly } = useDraft()
  const room = useRef<HTMLDivElement>(null)
  const editor = useRef<JsonEditor>(undefined)
  const [problem, setProblem] = useState<{ readonly line: number; readonly message: string }>()
  const { onText, reset } = useSourceWriting(form, editor, (issues) => {
    if (issues === 'broken') {
      const line = editor.current?.brokenLine() ?? 1
      return setProblem({ line, message: t('design.source.broken') })
    }
    const line = editor.current?.mark(issues, ({ message }) => read(message))
    setProblem(line === undefined || !issues[0] ? undefined : { line, message: read(issues[0].message) })
  })
  const begin = useEffectEvent((parent: HTMLElement) => new JsonEditor({ parent, text: keptSource(form.id) ?? writeSource(form), label: t('design.source.label'), schema: formSchema, readOnly: !writable, onText, onLeave: () => document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus() }))
  useEffect(() => {
    if (!room.current) return undefined
    const begun = begin(room.current)
    editor.current = begun
    return () => begun.destroy()
  }, [])
  useEffect(() => editor.current?.setReadOnly(!writable), [writable])
  return (
    <>
      <Group justify="space-between" align="flex-start" gap="sm" wrap="nowrap">
        <p className={classes['quiet']}>{t('design.source.help')}</p>
        {form.kind === 'form' && <Button flex="none" size="compact-md" variant="default" leftSection={<IconDownload size={16} aria-hidden />} onClick={() => saveForm(assembly, form.id, language)}>{t('design.export')}</Button>}
      </Group>
      <output className={classes['sourceState']} data-wrong={problem !== undefined || undefined}>
        {problem && <>
          {t('design.source.notTaken', { line: problem.line, message: problem.message })}
          <Button size="compact-sm" variant="subtle" onClick={() => editor.current?.goTo(problem.line)}>{t('design.source.goTo')}</Button>
          <Button size="compact-sm" variant="subtle" onClick={reset}>{t('design.source.reset')}</Button>
        </>}
      </output>
      <div ref={room} className={classes['source']} />
    </>
  )
}

/** Texts that are no form yet, by form: they wait here until they are mended or taken back. */
const kept = new Map<string, string>()
const keptSource = (id: string): string | undefined => kept.get(id)

/** The pause after which what was typed is looked at. */
const pause = 400

/** Takes what is typed once it is a form, and shows what was changed elsewhere. */
const useSourceWriting = (form: FormDocument, editor: { readonly current: JsonEditor | undefined }, tell: (issues: readonly Issue[] | 'broken') => void): { readonly onText: (text: string) => void; readonly reset: () => void } => {
  const { editor: draft } = useDraft()
  const waiting = useRef<{ readonly text: string; readonly timer: ReturnType<typeof setTimeout> }>(undefined)
  const shown = useRef(writeSource(form))
  const look = (text: string): void => {
    const found = readSource(text, form.id)
    if (found.kind === 'form') {
      kept.delete(form.id)
      shown.current = text
      tell([])
      if (canonicalJson(found.form) !== canonicalJson(form)) draft.perform({ name: 'form.replace', args: { form: found.form } })
      return
    }
    kept.set(form.id, text)
    tell(found.kind === 'broken' ? 'broken' : found.issues)
  }
  const lookNow = useEffectEvent(look)
  const lookAtWaiting = useLatest((): void => {
    const text = waiting.current?.text
    waiting.current = undefined
    if (text !== undefined) look(text)
  })
  const onText = (text: string): void => {
    clearTimeout(waiting.current?.timer)
    waiting.current = text === shown.current ? undefined : { text, timer: setTimeout(lookAtWaiting, pause) }
  }
  const follow = useEffectEvent((next: FormDocument): void => {
    if (kept.has(next.id)) return
    const text = editor.current?.text ?? ''
    const same = readSource(text, next.id)
    if (same.kind === 'form' && canonicalJson(same.form) === canonicalJson(next)) return
    shown.current = writeSource(next)
    editor.current?.setText(shown.current)
  })
  useEffect(() => follow(form), [form])
  useEffect(() => {
    const before = kept.get(form.id)
    // The text is on the page only after this.
    const begun = before === undefined ? undefined : setTimeout(() => lookNow(before), 0)
    // What was typed a moment ago is looked at before the text goes away.
    return () => {
      clearTimeout(begun)
      clearTimeout(waiting.current?.timer)
      lookAtWaiting()
    }
  }, [form.id, lookAtWaiting])
  const reset = (): void => {
    kept.delete(form.id)
    shown.current = writeSource(form)
    editor.current?.setText(shown.current)
    tell([])
  }
  return { onText, reset }
}
