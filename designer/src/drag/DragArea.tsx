import { AutoScroller, Cursor, Feedback, PointerSensor, PreventSelection } from '@dnd-kit/dom'
import { DragDropProvider } from '@dnd-kit/react'
import type { ReactNode } from 'react'

interface DragAreaProps {
  readonly children: ReactNode
  /** Told what was dragged and where it was let go, as the grip and the line were given them. */
  readonly onDrop: (dragged: unknown, onto: unknown) => void
}

// With a pointer only: by keyboard things are moved with keys and menus of their own, which say what they do in the reader's language.
const sensors = [PointerSensor]
const plugins = [AutoScroller, Cursor, Feedback, PreventSelection]

/** Within this, what has a grip can be dragged onto a line between others. */
export const DragArea = ({ children, onDrop }: DragAreaProps) => (
  <DragDropProvider
    sensors={sensors}
    plugins={plugins}
    onDragEnd={({ canceled, operation: { source, target } }) => {
      if (!canceled && source && target) onDrop(source.data['dragged'], target.data['onto'])
    }}
  >
    {children}
  </DragDropProvider>
)
