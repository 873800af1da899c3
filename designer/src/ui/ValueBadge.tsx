import type { Tone } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import classes from './ValueBadge.module.css'

interface ValueBadgeProps {
  /** Colour of the value in its code list; hatched where nothing may be concluded. */
  readonly tone: Tone | 'undetermined'
  readonly children: ReactNode
}

/** A result value in the colour it has everywhere, always with its word. */
export const ValueBadge = ({ tone, children }: ValueBadgeProps) => <span className={classes['badge']} data-tone={tone}>{children}</span>
