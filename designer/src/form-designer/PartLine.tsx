import { VisuallyHidden } from '@mantine/core'
import { IconAlertTriangle, IconAsterisk, IconChevronDown, IconChevronRight, IconColumns2, IconFilePlus, IconEye, IconForms, IconHistory, IconLayoutList, IconMathFunction, IconPaperclip, IconTable, IconTextCaption, IconUsers, IconZoomQuestion, type Icon } from '@tabler/icons-react'
import type { FieldSchema, Issue } from '@tieuchi/runtime'
import { memo, type KeyboardEvent, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { DropLine } from '../drag/DropLine.tsx'
import { useDragGrip } from '../drag/use-drag-grip.tsx'
import { AnswerMimic } from './AnswerMimic.tsx'
import type { FormActions } from './form-design.ts'
import classes from './form-designer.module.css'
import { partKind, type DraggedPart, type DropPlace } from './part-drag.ts'
import { areSameLines, type DrawnPart } from './part-lines.ts'
import { kindOfPart } from './part-places.ts'
import type { PartRow } from './part-rows.ts'
import { RenameField } from './RenameField.tsx'

const icons: Readonly<Record<ReturnType<typeof kindOfPart>, Icon>> = { section: IconForms, group: IconLayoutList, matrix: IconTable, roster: IconUsers, text: IconTextCaption, attachment: IconPaperclip, fact: IconMathFunction, field: IconZoomQuestion }

interface PartLineProps {
  readonly drawn: DrawnPart
  /** Whether anything can be changed. */
  readonly writable: boolean
  readonly actions: FormActions
}

/** One part of the form as a line of the canvas. */
export const PartLine = memo(({ drawn: { row, title, schema, list, selected, lead, renaming, issues }, writable, actions }: PartLineProps) => {
  const { t } = useTranslation()
  const { part, key, level, open } = row
  const { ref, grip, dragging } = useDragGrip(`part ${key}`, partKind, { part: key } satisfies DraggedPart)
  const kind = kindOfPart(part)
  const KindIcon = icons[kind]
  const notes = useNotes(row, schema, issues)
  const onClick = (event: MouseEvent): void => actions.select(key, { range: event.shiftKey, toggle: event.ctrlKey || event.metaKey })
  return (
    <div
      ref={ref}
      role="treeitem"
      aria-level={level}
      aria-posinset={row.position}
      aria-setsize={row.size}
      aria-selected={selected}
      aria-expanded={open}
      tabIndex={lead ? 0 : -1}
      data-part={key}
      data-kind={kind}
      data-dragging={dragging || undefined}
      className={classes['row']}
      style={{ paddingInlineStart: (level - 1) * 20 }}
      onClick={onClick}
      onKeyDown={() => undefined}
      onDoubleClick={() => writable && actions.rename(key)}
    >
      <DropLine id={`before ${key}`} kind={partKind} onto={{ into: row.into, before: key } satisfies DropPlace} />
      <div className={classes['line']}>
        {writable && grip}
        {open === undefined ? <span className={classes['noChevron']} /> : <Chevron open={open} onToggle={() => actions.toggleOpen(key)} />}
        <KindIcon size={16} aria-hidden className={classes['kindIcon']} />
        {renaming ? <RenameField part={part} text={title} onRenamed={(text) => actions.renamed(key, text)} onCancel={() => actions.rename(undefined)} /> : <span className={classes['title']}>{title || <em>{t('design.untitled')}</em>}</span>}
        <span className={classes['notes']} aria-hidden>{notes.map(({ id, icon: NoteIcon, text, tone }) => <span key={id} title={text} data-tone={tone}><NoteIcon size={14} /></span>)}</span>
        {schema && !renaming && <AnswerMimic schema={schema} list={list} lines={kind === 'field' && 'lines' in part ? part.lines : undefined} />}
        {/* What is seen comes first in the name, and is one with it. */}
        <VisuallyHidden>{[t(`design.kind.${kind}`), ...notes.map(({ text }) => text)].join(', ')}</VisuallyHidden>
      </div>
    </div>
  )
}, (before, after) => before.writable === after.writable && before.actions === after.actions && areSameLines([before.drawn], [after.drawn]))
PartLine.displayName = 'PartLine'

const Chevron = ({ open, onToggle }: { readonly open: boolean; readonly onToggle: () => void }) => {
  const Shown = open ? IconChevronDown : IconChevronRight
  const toggle = (event: MouseEvent | KeyboardEvent): void => {
    event.stopPropagation()
    onToggle()
  }
  // Keys have arrows for this; the tree item says whether it is open.
  return <span aria-hidden className={classes['chevron']} onClick={toggle} onKeyDown={toggle}><Shown size={16} /></span>
}

interface Note {
  readonly id: string
  readonly icon: Icon
  readonly text: string
  readonly tone?: 'error' | 'warning'
}

const useNotes = ({ part }: PartRow, schema: FieldSchema | undefined, issues: readonly Issue[] = []): readonly Note[] => {
  const { t } = useTranslation()
  const errors = issues.filter(({ severity }) => severity === 'error').length
  const notes: readonly (Note | false | undefined)[] = [
    issues.length > 0 && { id: 'issues', icon: IconAlertTriangle, text: t(errors > 0 ? 'design.note.errors' : 'design.note.warnings', { count: errors > 0 ? errors : issues.length }), tone: errors > 0 ? 'error' : 'warning' },
    'required' in part && part.required && { id: 'required', icon: IconAsterisk, text: t('design.note.required') },
    (('visible' in part && part.visible !== undefined) || schema?.applies !== undefined) && { id: 'visible', icon: IconEye, text: t('design.note.visible') },
    'prefill' in part && part.prefill && { id: 'prefill', icon: IconHistory, text: t('design.note.prefill') },
    !('kind' in part) && part.anchor !== undefined && { id: 'anchor', icon: IconFilePlus, text: t('design.note.anchor') },
    (!('kind' in part) || part.kind === 'group') && part.columns !== undefined && { id: 'columns', icon: IconColumns2, text: t('design.note.columns', { count: part.columns }) },
  ]
  return notes.filter((note): note is Note => Boolean(note))
}
