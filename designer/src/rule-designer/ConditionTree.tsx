import { use, useMemo, useState } from 'react'
import { useDraft } from '../editor-store/draft-context.ts'
import { DragArea } from '../drag/DragArea.tsx'
import { readablesOf } from '../readables/readables.ts'
import { isUnwritten, moveTo, type NodePath } from './condition-edits.ts'
import { siteName } from './focus-node.ts'
import { GroupBox } from './GroupBox.tsx'
import { issuesAt } from './node-issues.ts'
import { NodeBox } from './NodeBox.tsx'
import { TreeContext, type ConditionTreeProps, type Pending, type Target, type TreeEditing } from './tree-context.ts'
import { useSiteWriting } from './use-site-writing.ts'
import classes from './rule-designer.module.css'

/** A condition as it is built: groups, comparisons and groups of members, each changed in its place. */
export const ConditionTree = ({ site, condition, assembly, subject, issues, label }: ConditionTreeProps) => {
  const { state: { document: { release } } } = useDraft()
  // What nothing is written in yet begins with its first condition.
  const [pending, setPending] = useState<Pending | undefined>(() => (isUnwritten(condition) ? { group: [], kind: 'condition', at: 0 } : undefined))
  const outer = use(TreeContext)
  const [own, setFresh] = useState<string>()
  const fresh = own ?? outer?.fresh
  const reader = 'piece' in site ? site.piece : 'field' in site ? site.field : ''
  const readables = useMemo(() => readablesOf(assembly, reader), [assembly, reader])
  const write = useSiteWriting(site, assembly)
  const value: TreeEditing = {
    site, assembly, subject, condition, readables, write, pending, fresh, setFresh,
    setPending: (next) => setPending((before) => next && { ...next, at: (before?.at ?? 0) + 1 }),
    issuesAt: issuesAt(release, site, condition, issues),
    renderNode: (path) => <NodeBox path={path} />,
    renderTree: (props) => <ConditionTree {...props} />,
  }
  const drop = (dragged: unknown, onto: unknown): void => {
    const { group, index } = onto as Target
    const moved = moveTo(condition, dragged as NodePath, group, index)
    if (moved !== condition) write(moved)
  }
  return (
    <TreeContext value={value}>
      <fieldset aria-label={label} className={classes['tree']} data-tree={siteName(site)}><DragArea onDrop={drop}><GroupBox path={[]} /></DragArea></fieldset>
    </TreeContext>
  )
}
