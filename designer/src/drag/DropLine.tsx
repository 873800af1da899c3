import classes from './drag.module.css'
import { useDropTarget } from './use-drop-target.ts'

interface DropLineProps {
  readonly id: string
  readonly kind: string
  readonly onto: unknown
}

/** A place between others where what is dragged can be let go; the nearest one lights up. */
export const DropLine = ({ id, kind, onto }: DropLineProps) => {
  const { ref, lit } = useDropTarget(id, kind, onto)
  return <div ref={ref} className={classes['line']} data-target={lit || undefined} aria-hidden />
}
