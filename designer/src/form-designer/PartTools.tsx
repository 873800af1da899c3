import { ActionIcon, Group, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconClipboard, IconCopy, IconCopyPlus, IconFolderMinus, IconFolderPlus, IconPencil, IconTrash, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { FormActions, FormDesign } from './form-design.ts'

const tools = ['rename', 'up', 'down', 'duplicate', 'copy', 'paste', 'group', 'ungroup', 'remove'] as const
type Tool = (typeof tools)[number]

const icons: Readonly<Record<Tool, Icon>> = { rename: IconPencil, up: IconArrowUp, down: IconArrowDown, duplicate: IconCopyPlus, copy: IconCopy, paste: IconClipboard, group: IconFolderPlus, ungroup: IconFolderMinus, remove: IconTrash }

const run = (tool: Tool, actions: FormActions, lead: string | undefined): void => {
  if (tool === 'up' || tool === 'down') actions.step(tool === 'down')
  else if (tool === 'rename') actions.rename(lead)
  else actions[tool]()
}

/** What can be done with the parts that are marked, as on the keys. */
export const PartTools = ({ design: { selection: { lead, keys }, actions }, onDone }: { readonly design: FormDesign; readonly onDone: () => void }) => {
  const { t } = useTranslation()
  const possible = (tool: Tool): boolean => {
    if (tool === 'paste') return true
    if (tool === 'rename') return lead !== undefined && !lead.startsWith('roster.')
    if (tool === 'ungroup') return keys.length === 1 && keys[0]?.startsWith('group.') === true
    return keys.length > 0
  }
  return (
    <Group gap={2} role="toolbar" aria-label={t('design.tools')}>
      {tools.map((tool) => {
        const ToolIcon = icons[tool]
        return (
          <Tooltip key={tool} label={t(`design.tool.${tool}`)}>
            <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={30} aria-label={t(`design.tool.${tool}`)} disabled={!possible(tool)} onClick={() => {
              run(tool, actions, lead)
              if (tool !== 'rename' && tool !== 'group') onDone()
            }}><ToolIcon size={18} aria-hidden /></ActionIcon>
          </Tooltip>
        )
      })}
    </Group>
  )
}
