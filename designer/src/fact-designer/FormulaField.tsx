import { Input } from '@mantine/core'
import { readFormula, referenceNames, writeFormula, type Assembly, type Expression, type FormulaProblem } from '@tieuchi/runtime'
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { randomId } from '../ui/random-id.ts'
import classes from './fact-designer.module.css'
import { FormulaEditor } from './formula-editor.ts'
import { keepText, readKeptText } from './kept-texts.ts'

interface FormulaFieldProps {
  readonly label: string
  /** Where it belongs: what cannot be read yet is kept under this name. */
  readonly place: string
  readonly assembly: Assembly
  /** Absent: nothing is written yet. */
  readonly expression: Expression | undefined
  /** The code list of the result. */
  readonly list?: string | undefined
  /** What a formula may look like, where nothing is written; one of households unless said. */
  readonly hint?: string | undefined
  readonly onExpression: (expression: Expression) => void
  /** Where there need not be one: told that it was emptied. */
  readonly onClear?: () => void
  /** Told each formula as it is typed, for a preview; undefined where it is none. */
  readonly onTyped?: (expression: Expression | undefined) => void
}

/** A calculation typed as in a spreadsheet. It counts once it is left or Enter is pressed; what cannot be read stays, with words, and changes nothing. */
export const FormulaField = ({ label, place, assembly, expression, list, hint, onExpression, onClear, onTyped }: FormulaFieldProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const text = useMemo(() => (expression === undefined ? '' : writeFormula(assembly, expression, language, { list })), [assembly, expression, language, list])
  const names = useMemo(() => referenceNames(assembly, language), [assembly, language])
  const [stopped, setStopped] = useState<{ readonly problem: FormulaProblem; readonly of: string }>()
  // What was found wrong is of the calculation as it was; another one put in its place is not wrong.
  const problem = stopped?.of === text ? stopped.problem : undefined
  const room = useRef<HTMLDivElement>(null)
  const editor = useRef<FormulaEditor>(undefined)
  const readTyped = (typed: string) => readFormula(assembly, typed, language, { list, ...(expression !== undefined && { before: expression }), freshId: randomId })
  const tell = (found: FormulaProblem | undefined): void => {
    setStopped(found && { problem: found, of: text })
    editor.current?.mark(found)
  }
  const onText = useEffectEvent((typed: string): void => {
    const result = readTyped(typed)
    tell(undefined)
    onTyped?.('expression' in result ? result.expression : undefined)
  })
  const commit = useEffectEvent((): void => {
    const typed = editor.current?.text ?? text
    keepText(place, undefined)
    if (typed === text || (typed.trim() === '' && expression === undefined)) return tell(undefined)
    if (typed.trim() === '' && onClear) return onClear()
    const result = readTyped(typed)
    tell('problem' in result ? result.problem : undefined)
    if ('problem' in result) return keepText(place, typed)
    // The same calculation in other words is written in ours.
    if (JSON.stringify(result.expression) === JSON.stringify(expression)) editor.current?.setText(text)
    else onExpression(result.expression)
  })
  const cancel = useEffectEvent((): void => {
    keepText(place, undefined)
    editor.current?.setText(text)
    tell(undefined)
  })
  const optional = onClear !== undefined
  const newest = useEffectEvent(() => ({ text: readKeptText(place) ?? text, names }))
  const resume = useEffectEvent((): void => {
    const waiting = readKeptText(place)
    const result = waiting === undefined ? undefined : readTyped(waiting)
    if (result && 'problem' in result) tell(result.problem)
  })
  useEffect(() => {
    if (!room.current) return undefined
    const made = new FormulaEditor({ parent: room.current, text: newest().text, label, hint: optional ? t('fact.optionalHint') : (hint ?? t('fact.formulaHint')), suggestions: t('fact.suggestions'), language, names: () => newest().names, onText, onCommit: commit, onCancel: cancel })
    editor.current = made
    resume()
    return () => made.destroy()
  }, [hint, label, language, optional, t])
  const shown = useRef(text)
  useEffect(() => {
    if (shown.current === text) return
    shown.current = text
    editor.current?.setText(text)
    editor.current?.mark(undefined)
  }, [text])
  return (
    <Input.Wrapper label={label} labelElement="div" error={problem && read(problem.message)} className={classes['formula'] ?? ''}>
      <div ref={room} data-wrong={problem !== undefined || undefined} className={classes['formulaRoom']} />
    </Input.Wrapper>
  )
}
