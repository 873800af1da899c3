import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { tabOf, writeElement, type ElementRef } from './element.ts'
import classes from './elements.module.css'

interface ElementLinkProps {
  readonly element: ElementRef
  readonly children: ReactNode
  /** In full, where the words alone do not say what is opened. */
  readonly label?: string
}

/** Opens an element of the release or draft that is shown. */
export const ElementLink = ({ element, label, children }: ElementLinkProps) => (
  <Link to="." search={(search) => ({ ...search, tab: tabOf(element), on: writeElement(element) })} aria-label={label} className={classes['link'] ?? ''}>{children}</Link>
)
