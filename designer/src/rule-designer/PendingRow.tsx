import { Button } from '@mantine/core'
import type { Condition, FactPiece } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { ReadableBox } from '../readables/ReadableBox.tsx'
import { isReadBy, type Readable } from '../readables/readables.ts'
import { randomId } from '../ui/random-id.ts'
import { groupOf, insertAt, nodeAt } from './condition-edits.ts'
import { beginMemberGroup } from './new-member-group.ts'
import { beginLeaf } from './operands.ts'
import classes from './rule-designer.module.css'
import { useTree, type Pending } from './tree-context.ts'

/** A condition that begins with the choice of what it is about; nothing is written until then. One that nobody asked for covers nothing with its list. */
export const PendingRow = ({ pending: { group, kind, at } }: { readonly pending: Pending }) => {
  const { t } = useTranslation()
  const { assembly, condition, readables, setFresh, setPending, subject, write } = useTree()
  const offered = readables.filter((each) => (kind === 'members' ? each.ofMembers && each.section !== 'conditions' : isReadBy(subject, each) || each.section !== 'conditions')).toSorted((a, b) => (subject === 'members' ? Number(b.ofMembers) - Number(a.ofMembers) : 0))
  const choose = (readable: Readable): void => {
    const begun = begin(readable)
    const node: Condition = kind === 'group' ? { any: [begun.node] } : begun.node
    const end = groupOf(nodeAt(condition, group) ?? condition)?.children.length ?? 1
    setFresh(begun.fresh)
    setPending(undefined)
    write(insertAt(condition, group, end, [node]), begun.fact ? { put: [begun.fact] } : {})
  }
  const begin = (readable: Readable): { readonly node: Condition; readonly fresh?: string; readonly fact?: FactPiece } => {
    if (readable.section === 'conditions' && isReadBy(subject, readable)) return { node: { condition: readable.reference.fact } }
    const leaf = beginLeaf(randomId(), readable.reference, readable)
    if (isReadBy(subject, readable)) return { node: leaf, fresh: leaf.id }
    const members = beginMemberGroup(assembly, leaf)
    return { node: members.leaf, fact: members.fact, fresh: leaf.id }
  }
  return (
    <div className={classes['pendingRow']}>
      <ReadableBox label={t(kind === 'members' ? 'build.addMembers' : 'build.addCondition')} readables={offered} onChoose={choose} takesFocus={at > 0 || 'in dialog'} />
      <Button size="compact-sm" variant="subtle" color="gray" c="var(--quiet)" onClick={() => setPending(undefined)}>{t('build.cancel')}</Button>
    </div>
  )
}
