import { closestCenter } from '@dnd-kit/collision'
import { useDroppable } from '@dnd-kit/react'

/** Makes an element a place where what is dragged of its kind can be let go; the nearest one is lit. `onto` is told then. */
export const useDropTarget = (id: string, kind: string, onto: unknown): { readonly ref: (element: Element | null) => void; readonly lit: boolean } => {
  const { ref, isDropTarget } = useDroppable({ id, type: kind, accept: kind, data: { onto }, collisionDetector: closestCenter })
  return { ref, lit: isDropTarget }
}
