import { useDraggable } from '@dnd-kit/react'
import { IconGripVertical } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './drag.module.css'

/** Makes an element one that can be dragged by a grip, onto lines of the same kind. `dragged` is told where it is let go. */
export const useDragGrip = (id: string, kind: string, dragged: unknown): { readonly ref: (element: Element | null) => void; readonly grip: ReactNode; readonly dragging: boolean } => {
  const { ref, handleRef, isDragging } = useDraggable({ id, type: kind, data: { dragged } })
  return { ref, dragging: isDragging, grip: <span ref={handleRef} className={classes['grip']} aria-hidden data-grip><IconGripVertical size={16} /></span> }
}
