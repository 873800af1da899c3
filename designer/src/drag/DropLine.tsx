import { closestCenter } from '@dnd-kit/collision'
import { useDroppable } from '@dnd-kit/react'
import classes from './drag.module.css'

interface DropLineProps {
  readonly id: string
  readonly kind: string
  readonly onto: unknown
}

/** A place between others where what is dragged can be let go; the nearest one lights up. */
export const DropLine = ({ id, kind, onto }: DropLineProps) => {
  const { ref, isDropTarget } = useDroppable({ id, type: kind, accept: kind, data: { onto }, collisionDetector: closestCenter })
  return <div ref={ref} className={classes['line']} data-target={isDropTarget || undefined} aria-hidden />
}
