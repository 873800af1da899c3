import { assemble, formSetAround } from '@tieuchi/runtime'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from '../app/i18n.ts'
import { withForm } from '../case-bench/bench-form.ts'
import { useCaseJudgement } from '../case-bench/use-case-judgement.ts'
import { isShownPreview, type PhoneMessage, type ShownPreview } from './preview-message.ts'
import { PreviewForm, type PreviewState } from './PreviewForm.tsx'
import classes from './form-designer.module.css'

const tell = (message: PhoneMessage): void => window.parent.postMessage(message, location.origin)

/** What is shown, and what was done with it here. */
interface Phone {
  readonly shown: ShownPreview
  readonly state: PreviewState
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** Another form or example begins anew; otherwise what was answered here stays, and the page may lead to a question. */
const told = (before: Phone | undefined, shown: ShownPreview): Phone => {
  if (before?.shown.form.id !== shown.form.id || before.shown.begun !== shown.begun) return { shown, state: { example: shown.example, section: undefined, target: shown.target } }
  return { shown, state: isSame(before.shown.target, shown.target) ? before.state : { ...before.state, target: shown.target } }
}

/** The page within the phone: it shows what it is told, and tells what is answered. */
export const PreviewPhone = () => {
  const { t } = useTranslation()
  const [phone, setPhone] = useState<Phone>()
  useEffect(() => {
    const onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source !== window.parent || origin !== location.origin || !isShownPreview(data)) return
      changeLanguage(data.language)
      setPhone((before) => told(before, data))
    }
    window.addEventListener('message', onMessage)
    tell({ kind: 'ready' })
    return () => window.removeEventListener('message', onMessage)
  }, [])
  const onState = useCallback((change: Partial<PreviewState>): void => {
    setPhone((before) => before && { ...before, state: { ...before.state, ...change } })
    if (change.example) tell({ kind: 'answered', example: change.example })
  }, [])
  return <main className={classes['onPhone']} aria-label={t('design.phone')}>{phone && <Told key={`${phone.shown.form.id} ${phone.shown.begun}`} phone={phone} onState={onState} />}</main>
}

const Told = ({ phone: { shown: { common, release, others, form }, state }, onState }: { readonly phone: Phone; readonly onState: (change: Partial<PreviewState>) => void }) => {
  const assembly = useMemo(() => assemble({ programme: release.programme, layer: 'national', common, releases: { ...others, [release.programme]: release } }), [common, release, others])
  const own = useMemo(() => withForm(assembly, form), [assembly, form])
  const set = useMemo(() => formSetAround(assembly, form), [assembly, form])
  const judging = useCaseJudgement(own, others, state.example, set)
  return <PreviewForm own={own} form={set} state={state} judging={judging} onState={onState} />
}
