import { Button, Group, Modal } from '@mantine/core'
import { sentenceOf, type Assembly, type Condition, type Issue, type Subject } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { ConditionSite } from '../editor-store/commands/logic-commands.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { isUnwritten, unwritten } from './condition-edits.ts'
import { ConditionTree } from './ConditionTree.tsx'
import classes from './rule-designer.module.css'

/** Where a condition is written, and of whom it is judged. */
export interface ConditionPlace {
  readonly site: ConditionSite
  readonly subject: Subject
  /** Absent while there is none. */
  readonly condition: Condition | undefined
}

interface ConditionDialogProps {
  readonly assembly: Assembly
  readonly title: string
  /** What the condition is for, in a line. */
  readonly help: string
  readonly place: ConditionPlace
  /** What the lint found in what it is a part of. */
  readonly issues: readonly Issue[]
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** A condition of something else than a rule, built as every condition is. What is written is kept at once. */
export const ConditionDialog = ({ assembly, title, help, place: { site, subject, condition = unwritten }, issues, children, onClose }: ConditionDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor } = useDraft()
  const removable = !isUnwritten(condition) && children === undefined
  return (
    <Modal opened onClose={onClose} title={title} size={880} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={classes['quiet']}>{help}</p>
      {children}
      {!isUnwritten(condition) && <p className={classes['dialogSentence']}>{read(sentenceOf(assembly, condition))}</p>}
      <ConditionTree site={site} condition={condition} assembly={assembly} subject={subject} issues={issues} label={t('build.conditions')} />
      <Group justify="flex-end" gap="sm" mt="md">
        {removable && <Button variant="subtle" color="red" c="var(--error)" onClick={() => editor.perform({ name: 'condition.write', args: { site, condition: unwritten } })}>{t('design.noCondition')}</Button>}
        <Button onClick={onClose}>{t('design.done')}</Button>
      </Group>
    </Modal>
  )
}
