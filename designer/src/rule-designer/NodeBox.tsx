import { conditionPhrase, isLeaf, type Condition } from '@tieuchi/runtime'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDragGrip } from '../drag/use-drag-grip.tsx'
import { ElementLink } from '../elements/ElementLink.tsx'
import { Findings } from '../findings/Findings.tsx'
import { ComparisonRow } from './ComparisonRow.tsx'
import { groupOf, nodeAt, nodeKey, type NodePath } from './condition-edits.ts'
import { siteName } from './focus-node.ts'
import { GroupBox } from './GroupBox.tsx'
import { isNamed, memberGroupOf } from './member-group.ts'
import { MemberGroupBox } from './MemberGroupBox.tsx'
import { NamedGroupRow } from './NamedGroupRow.tsx'
import { NodeMenu } from './NodeMenu.tsx'
import classes from './rule-designer.module.css'
import { useTree } from './tree-context.ts'
import { useNodeActions } from './use-node-actions.ts'

/** One part of a condition, whatever it is, with what can be done with it. Its grip, or Alt and an arrow, move it. */
export const NodeBox = ({ path }: { readonly path: NodePath }) => {
  const { condition, issuesAt, site } = useTree()
  const { run } = useNodeActions(path)
  const kind = siteName(site)
  const { ref, grip } = useDragGrip(`${kind} ${path.join('.')}`, kind, path)
  const node = nodeAt(condition, path)
  if (!node) return null
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    run(event.key === 'ArrowUp' ? 'up' : 'down')
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed within its fields pass through here
    <div ref={ref} className={classes['node']} data-node={nodeKey(node)} onKeyDown={onKeyDown}>
      {path.length > 0 && grip}
      <div className={classes['nodeBody']}>
        <NodeContent node={node} path={path} />
        {!groupOf(node) && !('not' in node) && <Findings issues={issuesAt(path, true)} />}
      </div>
    </div>
  )
}

const NodeContent = ({ node, path }: { readonly node: Condition; readonly path: NodePath }) => {
  const { read } = useLanguage()
  const { assembly } = useTree()
  if (groupOf(node)) return <GroupBox path={path} />
  if ('not' in node) return <NegatedBox path={path} />
  const title = read(conditionPhrase(assembly, node))
  const menu = <NodeMenu path={path} title={title} />
  if (!isLeaf(node)) return 'condition' in node && <NamedRow name={node.condition} title={title} menu={menu} />
  const members = memberGroupOf(assembly, node)
  if (!members) return <ComparisonRow leaf={node} path={path} menu={menu} />
  return isNamed(assembly, members.fact) ? <NamedGroupRow leaf={node} group={members} path={path} menu={menu} /> : <MemberGroupBox leaf={node} group={members} path={path} menu={menu} />
}

/** The opposite of what stands in it. */
const NegatedBox = ({ path }: { readonly path: NodePath }) => {
  const { t } = useTranslation()
  return (
    <div className={classes['negated']}>
      <span className={classes['negation']}>{t('build.not')}</span>
      <NodeBox path={[...path, 0]} />
    </div>
  )
}

/** A condition used by its name: written once, in a place of its own. */
const NamedRow = ({ name, title, menu }: { readonly name: string; readonly title: string; readonly menu: ReactNode }) => {
  const { t } = useTranslation()
  return (
    <div className={classes['named']}>
      <span className={classes['quiet']}>{t('build.named')}:</span>
      <ElementLink element={{ kind: 'piece', id: name }}>{title}</ElementLink>
      {menu}
    </div>
  )
}
