import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CaseDocument } from '@tieuchi/runtime'
import { useLatest } from '../ui/use-latest.ts'
import classes from './form-designer.module.css'
import { isPhoneMessage, phoneAddress, type ShownPreview } from './preview-message.ts'

interface PhoneFrameProps {
  readonly shown: Omit<ShownPreview, 'kind'>
  readonly onAnswered: (example: CaseDocument) => void
}

/** The form on a phone: a page of its width, so that everything is as it will be there. */
export const PhoneFrame = ({ shown, onAnswered }: PhoneFrameProps) => {
  const { t } = useTranslation()
  const frame = useRef<HTMLIFrameElement>(null)
  const [ready, setReady] = useState(false)
  const answered = useLatest(onAnswered)
  useEffect(() => {
    const onMessage = ({ source, origin, data }: MessageEvent<unknown>): void => {
      if (source !== frame.current?.contentWindow || origin !== location.origin || !isPhoneMessage(data)) return
      if (data.kind === 'ready') setReady(true)
      else answered(data.example)
    }
    window.addEventListener('message', onMessage)
    return () => window.removeEventListener('message', onMessage)
  }, [answered])
  useEffect(() => {
    if (ready) frame.current?.contentWindow?.postMessage({ kind: 'show', ...shown } satisfies ShownPreview, location.origin)
  }, [ready, shown])
  // oxlint-disable-next-line react/iframe-missing-sandbox -- it is a page of ours, which reads what language and colours one has chosen
  return <iframe ref={frame} src={phoneAddress} title={t('design.phone')} className={classes['phone']} />
}
