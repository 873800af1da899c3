import { useEffect, useRef, type ReactNode } from 'react'
import classes from './PageHead.module.css'

interface PageHeadProps {
  readonly title: string
  /** Where am I, what is this, what is next. */
  readonly line?: ReactNode
  readonly action?: ReactNode
  /** Begins reading here: the page was just opened. */
  readonly focused?: boolean
}

export const PageHead = ({ title, line, action, focused = false }: PageHeadProps) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (focused) heading.current?.focus({ preventScroll: true })
  }, [focused])
  return (
    <div className={classes['head']}>
      <div className={classes['words']}>
        <h1 ref={heading} className={classes['title']} tabIndex={-1}>{title}</h1>
        {line && <div className={classes['line']}>{line}</div>}
      </div>
      {action}
    </div>
  )
}
