import { Button, Group, Modal } from '@mantine/core'
import { sentenceOf, type Assembly } from '@tieuchi/runtime'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { useFindings } from '../findings/use-findings.ts'
import { isUnwritten, unwritten } from '../rule-designer/condition-edits.ts'
import { ConditionTree } from '../rule-designer/ConditionTree.tsx'
import type { ElementRef } from '../elements/element.ts'
import classes from './form-designer.module.css'
import type { PartSite } from './part-site.ts'

interface ConditionDialogProps {
  readonly assembly: Assembly
  readonly title: string
  /** What the condition is for, in a line. */
  readonly help: string
  readonly site: PartSite
  /** What it is found at by the lint. */
  readonly element: ElementRef
  readonly children?: ReactNode
  readonly onClose: () => void
}

/** A condition of a form, built as every condition is. What is written is kept at once. */
export const ConditionDialog = ({ assembly, title, help, site: { site, subject, condition = unwritten }, element, children, onClose }: ConditionDialogProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor } = useDraft()
  const issues = useFindings()(element)
  const removable = !isUnwritten(condition) && children === undefined
  return (
    <Modal opened onClose={onClose} title={title} size={880} closeButtonProps={{ 'aria-label': t('close') }}>
      <p className={classes['quiet']}>{help}</p>
      {children}
      {!isUnwritten(condition) && <p className={classes['sentence']}>{read(sentenceOf(assembly, condition))}</p>}
      <ConditionTree site={site} condition={condition} assembly={assembly} subject={subject} issues={issues} label={t('build.conditions')} />
      <Group justify="flex-end" gap="sm" mt="md">
        {removable && <Button variant="subtle" color="red" c="var(--error)" onClick={() => editor.perform({ name: 'condition.write', args: { site, condition: unwritten } })}>{t('design.noCondition')}</Button>}
        <Button onClick={onClose}>{t('design.done')}</Button>
      </Group>
    </Modal>
  )
}
