import { ActionIcon, Button, Group, Menu, Tooltip } from '@mantine/core'
import { IconArrowDown, IconArrowLeft, IconArrowRight, IconArrowUp, IconBoxMargin, IconBoxMultiple, IconClipboard, IconColumnInsertRight, IconCopy, IconCopyPlus, IconRowInsertBottom, IconTrash, type Icon } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { findColumn } from '../editor-store/commands/report-columns.ts'
import { columnKinds } from './column-kinds.ts'
import { blockKinds } from './new-rows.ts'
import type { ReportDesk } from './report-desk.ts'

const tools = ['back', 'forth', 'group', 'ungroup', 'duplicate', 'copy', 'paste', 'remove'] as const
type Tool = (typeof tools)[number]

/** What lies on the clipboard, or, where a page may not read it, what was copied here. */
const pasteFromElsewhere = async (paste: (text: string | undefined) => void): Promise<void> => {
  const text = await navigator.clipboard?.readText().catch(() => undefined)
  paste(text === '' ? undefined : text)
}

/** What can be done with what is selected, as on the keys. */
export const ReportTools = ({ desk: { report, selection, actions } }: { readonly desk: ReportDesk }) => {
  const { t } = useTranslation()
  const across = selection.kind !== 'block'
  const icons: Readonly<Record<Tool, Icon>> = {
    back: across ? IconArrowLeft : IconArrowUp, forth: across ? IconArrowRight : IconArrowDown, group: IconBoxMultiple, ungroup: IconBoxMargin,
    duplicate: IconCopyPlus, copy: IconCopy, paste: IconClipboard, remove: IconTrash,
  }
  const runs: Readonly<Record<Tool, () => void>> = {
    back: () => actions.step(false), forth: () => actions.step(true), group: actions.group, ungroup: actions.ungroup, duplicate: actions.duplicate,
    copy: () => void navigator.clipboard?.writeText(actions.copy()), paste: () => void pasteFromElsewhere(actions.paste), remove: actions.remove,
  }
  const labelOf = (tool: Tool): string => t(tool === 'back' || tool === 'forth' ? `reportDesign.tool.${tool}.${across ? 'column' : 'rows'}` : `reportDesign.tool.${tool}`)
  const possible = (tool: Tool): boolean => {
    if (tool === 'paste') return true
    if (tool === 'back' || tool === 'forth' || tool === 'remove') return selection.kind !== 'report'
    if (selection.kind !== 'columns') return false
    return tool !== 'ungroup' || findColumn(report.columns, selection.lead)?.column.kind === 'group'
  }
  return (
    <Group gap={4} role="toolbar" aria-label={t('reportDesign.tools')}>
      <Menu position="bottom-start" returnFocus={false}>
        <Menu.Target><Button size="compact-sm" variant="default" leftSection={<IconColumnInsertRight size={16} aria-hidden />}>{t('reportDesign.addColumn')}</Button></Menu.Target>
        <Menu.Dropdown>{columnKinds.map((kind) => <Menu.Item key={kind} onClick={() => actions.addColumn(kind)}>{t(`reportDesign.kind.${kind}`)}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      <Menu position="bottom-start" returnFocus={false}>
        <Menu.Target><Button size="compact-sm" variant="default" leftSection={<IconRowInsertBottom size={16} aria-hidden />}>{t('reportDesign.addRows')}</Button></Menu.Target>
        <Menu.Dropdown>{blockKinds.map((kind) => <Menu.Item key={kind} onClick={() => actions.addBlock(kind)}>{t(`reportDesign.rows.${kind}`)}</Menu.Item>)}</Menu.Dropdown>
      </Menu>
      {tools.map((tool) => {
        const ToolIcon = icons[tool]
        return (
          <Tooltip key={tool} label={labelOf(tool)}>
            <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={30} aria-label={labelOf(tool)} disabled={!possible(tool)} onClick={runs[tool]}><ToolIcon size={18} aria-hidden /></ActionIcon>
          </Tooltip>
        )
      })}
    </Group>
  )
}
