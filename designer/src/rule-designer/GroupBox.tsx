import { NativeSelect } from '@mantine/core'
import { conditionPhrase } from '@tieuchi/runtime'
import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { DropLine } from '../drag/DropLine.tsx'
import { Findings } from '../findings/Findings.tsx'
import { AddButtons } from './AddButtons.tsx'
import { groupOf, nodeAt, nodeKey, setMode, unwritten, type GroupMode, type NodePath } from './condition-edits.ts'
import { siteName } from './focus-node.ts'
import { NodeMenu } from './NodeMenu.tsx'
import { PendingRow } from './PendingRow.tsx'
import classes from './rule-designer.module.css'
import { useTree, type Target } from './tree-context.ts'

const modes: readonly GroupMode[] = ['all', 'any', 'not_all', 'none']

/** Conditions that are judged together, with how; the outermost may be a single one. */
export const GroupBox = ({ path }: { readonly path: NodePath }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, condition, issuesAt, pending, renderNode, site, write } = useTree()
  const node = nodeAt(condition, path) ?? unwritten
  const group = groupOf(node)
  const children = group?.children ?? [node]
  const inner = group ? [...path, ...group.inner] : path
  const outermost = path.length === 0
  const plain = children.length < 2 && (group === undefined || group.mode === 'all' || group.mode === 'any')
  const here = pending?.group.join() === path.join() ? pending : undefined
  const line = (index: number) => <DropLine id={`${siteName(site)} ${path.join('.')} at ${index}`} kind={siteName(site)} onto={{ group: path, index } satisfies Target} />
  return (
    <div className={classes['group']} data-outermost={outermost || undefined}>
      {(!outermost || !plain) && (
        <div className={classes['groupHead']}>
          <NativeSelect
            size="xs"
            aria-label={t('build.mode')}
            value={group?.mode ?? 'all'}
            onChange={(event) => write(setMode(condition, path, event.currentTarget.value as GroupMode))}
            data={modes.map((mode) => ({ value: mode, label: t(`build.mode.${mode}`) }))}
          />
          {!outermost && <NodeMenu path={path} title={read(conditionPhrase(assembly, node))} />}
        </div>
      )}
      {group && children.length > 0 && <Findings issues={issuesAt(path, false)} />}
      {children.length === 0 && !here && <p className={classes['quiet']}>{t('unfinished.conditions')}</p>}
      {children.map((child, index) => (
        <Fragment key={nodeKey(child)}>
          {line(index)}
          {renderNode(group ? [...inner, index] : path)}
        </Fragment>
      ))}
      {line(children.length)}
      {here && <PendingRow key={here.at} pending={here} />}
      <AddButtons path={path} />
    </div>
  )
}
