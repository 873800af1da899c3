import type { ReactNode } from 'react'
import classes from './PageHead.module.css'

interface PageHeadProps {
  readonly title: string
  /** Where am I, what is this, what is next. */
  readonly line?: ReactNode
  readonly action?: ReactNode
}

export const PageHead = ({ title, line, action }: PageHeadProps) => (
  <div className={classes['head']}>
    <div className={classes['words']}>
      <h1 className={classes['title']}>{title}</h1>
      {line && <div className={classes['line']}>{line}</div>}
    </div>
    {action}
  </div>
)
