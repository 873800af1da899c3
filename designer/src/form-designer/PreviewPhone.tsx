import { assemble } from '@tieuchi/runtime'
import { useCallback, useEffect, useMemo, useState } from 'react'
import { changeLanguage } from '../app/i18n.ts'
import { withForm } from '../case-bench/bench-form.ts'
import { useCaseJudgement } from '../case-bench/use-case-judgement.ts'
import { isShownPreview, type PhoneMessage, type ShownPreview } from './preview-message.ts'
import { PreviewForm, type PreviewState } from './PreviewForm.tsx'
import classes from './form-designer.module.css'

const tell = (message: PhoneMessage): void => window.parent.postMessage(message, location.origin)

/** The page within the phone: it shows what it is told, and tells what is answered. */
export const PreviewPhone = () => {
  const [shown, setShown] = useState<ShownPreview>()
  useEffect(() => {
    const onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source !== window.parent || origin !== location.origin || !isShownPreview(data)) return
      changeLanguage(data.language)
      setShown(data)
    }
    window.addEventListener('message', onMessage)
    tell({ kind: 'ready' })
    return () => window.removeEventListener('message', onMessage)
  }, [])
  return <main className={classes['onPhone']}>{shown && <Told key={`${shown.form.id} ${shown.begun}`} shown={shown} />}</main>
}

const Told = ({ shown: { common, release, others, form, example, target } }: { readonly shown: ShownPreview }) => {
  const own = useMemo(() => withForm(assemble({ programme: release.programme, layer: 'national', common, releases: { ...others, [release.programme]: release } }), form), [common, release, others, form])
  const [state, setState] = useState<PreviewState>({ example, section: undefined, target: undefined })
  const judging = useCaseJudgement(own, others, state.example)
  const onState = useCallback((change: Partial<PreviewState>): void => {
    setState((before) => ({ ...before, ...change }))
    if (change.example) tell({ kind: 'answered', example: change.example })
  }, [])
  useEffect(() => {
    if (target) setState((before) => ({ ...before, target }))
  }, [target])
  return <PreviewForm own={own} form={form} state={state} judging={judging} onState={onState} />
}
