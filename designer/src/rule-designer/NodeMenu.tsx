import { ActionIcon, Menu } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconCopy, IconCopyPlus, IconDots, IconExposure, IconFold, IconFolderMinus, IconTag, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NodePath } from './condition-edits.ts'
import { NewParameter } from './NewParameter.tsx'
import { useNodeActions, type NodeAction } from './use-node-actions.ts'

const icons: Readonly<Record<NodeAction, typeof IconDots>> = {
  up: IconArrowUp, down: IconArrowDown, wrap: IconFold, unwrap: IconFolderMinus, negate: IconExposure, duplicate: IconCopyPlus, copy: IconCopy, name: IconTag, remove: IconTrash,
}

/** What can be done with one part of a condition. */
export const NodeMenu = ({ path, title }: { readonly path: NodePath; readonly title: string }) => {
  const { t } = useTranslation()
  const [naming, setNaming] = useState(false)
  const { actions, run } = useNodeActions(path, () => setNaming(true))
  return (
    <>
      <Menu position="bottom-end" returnFocus>
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={32} aria-label={t('build.node', { title })} data-node-menu><IconDots size={16} aria-hidden /></ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {actions.map((action) => {
            const Icon = icons[action]
            return <Menu.Item key={action} leftSection={<Icon size={16} aria-hidden />} {...(action === 'remove' && { c: 'var(--error)' })} onClick={() => run(action)}>{t(`build.${action}`)}</Menu.Item>
          })}
        </Menu.Dropdown>
      </Menu>
      {naming && <NewParameter path={path} onClose={() => setNaming(false)} />}
    </>
  )
}
