import type { Widget, WidgetProps } from '@rjsf/utils'
import { memo, type ReactNode } from 'react'
import { useAnswer } from './answers-here.ts'

/** A widget that shows the answer of the form instead of the copy rjsf holds; it is drawn again only where that changes. */
export const answered = (Question: (props: WidgetProps) => ReactNode): Widget => {
  const Drawn = memo(Question)
  const Answered = (props: WidgetProps) => {
    const [answer, tell] = useAnswer(props.name)
    return <Drawn {...props} value={answer} onChange={tell} />
  }
  return Answered
}
