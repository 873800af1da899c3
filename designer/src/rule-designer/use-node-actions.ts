import { isLeaf, leavesOf, reportProgramme, type Condition } from '@tieuchi/runtime'
import { randomId } from '../ui/random-id.ts'
import { canUnwrap, insertAt, negateAt, nodeAt, nodeKey, removeAt, stepTo, unwrapAt, withFreshIds, wrapAt, type NodePath } from './condition-edits.ts'
import { focusNode } from './focus-node.ts'
import { memberGroupOf } from './member-group.ts'
import { nameableValue } from './nameable-value.ts'
import { useTree } from './tree-context.ts'
import { timesNamed } from './unused-pieces.ts'
import { useCopy } from './use-copy.ts'

export type NodeAction = 'up' | 'down' | 'wrap' | 'unwrap' | 'negate' | 'duplicate' | 'copy' | 'name' | 'remove'

/** What can be done with one part of a condition, and the way to do it. */
export const useNodeActions = (path: NodePath, onName?: () => void): { readonly actions: readonly NodeAction[]; readonly run: (action: NodeAction) => void } => {
  const { assembly, condition, site, write } = useTree()
  const { copyCondition } = useCopy(assembly)
  const node = nodeAt(condition, path)
  const rewrite = (next: Condition): void => {
    if (next !== condition) write(next)
    if (node) focusNode(site, nodeKey(node))
  }
  const remove = (): void => {
    const groups = (node ? leavesOf(node) : []).flatMap((leaf) => memberGroupOf(assembly, leaf) ?? [])
    const drop = groups.map(({ fact: { id } }) => id).filter((id) => timesNamed(assembly.release, id) === 1)
    write(removeAt(condition, path), drop.length > 0 ? { drop } : {})
    focusNode(site)
  }
  const duplicate = (): void => {
    const index = path.at(-1)
    if (!node) return
    const copy = withFreshIds(node, randomId)
    rewrite(index === undefined ? insertAt(condition, path, 1, [copy]) : insertAt(condition, path.slice(0, -1), index + 1, [copy]))
  }
  const runs: Readonly<Record<NodeAction, () => void>> = {
    up: () => rewrite(stepTo(condition, path, false)),
    down: () => rewrite(stepTo(condition, path, true)),
    wrap: () => rewrite(wrapAt(condition, path)),
    unwrap: () => rewrite(unwrapAt(condition, path)),
    negate: () => rewrite(negateAt(condition, path)),
    duplicate,
    copy: () => node && copyCondition(node),
    name: () => onName?.(),
    remove,
  }
  // A report has no parameters of its own that a value could become.
  const named = onName !== undefined && assembly.programme !== reportProgramme && node !== undefined && nameableValue(node) !== undefined
  const movable = path.length > 0
  const moves = (down: boolean): boolean => movable && stepTo(condition, path, down) !== condition
  const actions: readonly (NodeAction | false)[] = [
    moves(false) && 'up', moves(true) && 'down', 'wrap', canUnwrap(condition, path) && 'unwrap', 'negate',
    (movable || (node !== undefined && isLeaf(node))) && 'duplicate', 'copy', named && 'name', 'remove',
  ]
  return { actions: actions.filter((action) => action !== false), run: (action) => runs[action]() }
}
