import { Button } from '@mantine/core'
import { IconClipboard, IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { randomId } from '../ui/random-id.ts'
import { groupOf, insertAt, nodeAt, withFreshIds, type NodePath } from './condition-edits.ts'
import classes from './rule-designer.module.css'
import { useTree } from './tree-context.ts'
import { useCopied, useCopy } from './use-copy.ts'

/** What a group can be given. */
export const AddButtons = ({ path }: { readonly path: NodePath }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly, condition, readables, setPending, subject, write } = useTree()
  const copied = useCopied()
  const { bring } = useCopy(assembly)
  const end = groupOf(nodeAt(condition, path) ?? condition)?.children.length ?? 1
  const paste = (): void => {
    if (!copied) return
    const brought = bring(copied)
    write(insertAt(condition, path, end, [withFreshIds(brought.condition, randomId)]), brought.along)
  }
  const plus = <IconPlus size={14} aria-hidden />
  return (
    <div className={classes['add']}>
      <Button size="compact-sm" variant="subtle" leftSection={plus} onClick={() => setPending({ group: path, kind: 'condition' })} data-add>{t('build.addCondition')}</Button>
      {subject === 'household' && readables.some(({ ofMembers }) => ofMembers) && <Button size="compact-sm" variant="subtle" leftSection={plus} onClick={() => setPending({ group: path, kind: 'members' })}>{t('build.addMembers')}</Button>}
      <Button size="compact-sm" variant="subtle" leftSection={plus} onClick={() => setPending({ group: path, kind: 'group' })}>{t('build.addGroup')}</Button>
      {copied && <Button size="compact-sm" variant="subtle" leftSection={<IconClipboard size={14} aria-hidden />} onClick={paste} maw={320}>{t('build.paste', { title: read(copied.title) })}</Button>}
    </div>
  )
}
