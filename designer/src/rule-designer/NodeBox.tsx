import { conditionPhrase, isLeaf } from '@tieuchi/runtime'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { Findings } from '../findings/Findings.tsx'
import { ComparisonRow } from './ComparisonRow.tsx'
import { groupOf, nodeAt, nodeKey, type NodePath } from './condition-edits.ts'
import { GroupBox } from './GroupBox.tsx'
import { memberGroupOf } from './member-group.ts'
import { MemberGroupBox } from './MemberGroupBox.tsx'
import { NodeMenu } from './NodeMenu.tsx'
import classes from './rule-designer.module.css'
import { useTree } from './tree-context.ts'
import { useNodeActions } from './use-node-actions.ts'

/** One part of a condition, whatever it is, with what can be done with it. Alt and an arrow move it. */
export const NodeBox = ({ path }: { readonly path: NodePath }) => {
  const { read } = useLanguage()
  const { assembly, condition, issuesAt } = useTree()
  const { run } = useNodeActions(path)
  const node = nodeAt(condition, path)
  if (!node) return null
  const onKeyDown = (event: KeyboardEvent): void => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return
    event.preventDefault()
    event.stopPropagation()
    run(event.key === 'ArrowUp' ? 'up' : 'down')
  }
  const menu = <NodeMenu path={path} title={read(conditionPhrase(assembly, node))} />
  const members = isLeaf(node) ? memberGroupOf(assembly, node) : undefined
  const issues = groupOf(node) || 'not' in node ? [] : issuesAt(path, true)
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys pressed within its fields pass through here
    <div className={classes['node']} data-node={nodeKey(node)} onKeyDown={onKeyDown}>
      {groupOf(node)
        ? <GroupBox path={path} />
        : 'not' in node
          ? <NegatedBox path={path} />
          : isLeaf(node)
            ? (members ? <MemberGroupBox leaf={node} group={members} path={path} menu={menu} /> : <ComparisonRow leaf={node} path={path} menu={menu} />)
            : 'condition' in node && <NamedRow name={node.condition} title={read(conditionPhrase(assembly, node))} menu={menu} />}
      <Findings issues={issues} />
    </div>
  )
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
const NamedRow = ({ name, title, menu }: { readonly name: string; readonly title: string; readonly menu: React.ReactNode }) => {
  const { t } = useTranslation()
  return (
    <div className={classes['named']}>
      <span className={classes['quiet']}>{t('build.named')}:</span>
      <ElementLink element={{ kind: 'piece', id: name }}>{title}</ElementLink>
      {menu}
    </div>
  )
}
