import { Button } from '@mantine/core'
import { IconFilter } from '@tabler/icons-react'
import { sentenceOf, type Condition, type Subject } from '@tieuchi/runtime'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import type { Place } from '../editor-store/document-place.ts'
import { isUnwritten } from '../rule-designer/condition-edits.ts'
import { ConditionDialog } from '../rule-designer/ConditionDialog.tsx'
import classes from './report-designer.module.css'
import type { ReportDesk } from './report-desk.ts'
import { ReportRules } from './ReportRules.tsx'

interface WherePropertyProps {
  readonly desk: ReportDesk
  readonly place: Place
  readonly of: Subject
  readonly condition: Condition | undefined
  readonly label: string
  /** What it is a condition of. */
  readonly title: string
  /** What holds without one. */
  readonly none: string
}

/** Whom a column or row counts, as a sentence, and the way to write it. */
export const WhereProperty = ({ desk: { report, reading, writable }, place, of, condition, label, title, none }: WherePropertyProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const written = condition !== undefined && !isUnwritten(condition)
  const close = (): void => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  return (
    <div className={classes['property']}>
      <h4>{label}</h4>
      <p className={classes['sentence']}>{written ? read(sentenceOf(reading, condition)) : none}</p>
      {writable && <Button ref={button} size="compact-sm" variant="default" leftSection={<IconFilter size={14} aria-hidden />} aria-label={`${t(written ? 'design.changeCondition' : 'design.writeCondition')}: ${label}, ${title}`} onClick={() => setOpen(true)}>{t(written ? 'design.changeCondition' : 'design.writeCondition')}</Button>}
      {open && (
        <ReportRules
          site={{ report: report.id, place, of, part: 'conditions' }}
          render={(piece, issues) => piece.kind === 'condition' && (
            <InDialog piece={piece.id} condition={piece.conditions} of={of} title={`${label}: ${title}`} issues={issues} onClose={close} />
          )}
        />
      )}
    </div>
  )
}

interface InDialogProps {
  readonly piece: string
  readonly condition: Condition
  readonly of: Subject
  readonly title: string
  readonly issues: Parameters<typeof ConditionDialog>[0]['issues']
  readonly onClose: () => void
}

const InDialog = ({ piece, condition, of, title, issues, onClose }: InDialogProps) => {
  const { t } = useTranslation()
  const { assembly } = useDraft()
  return <ConditionDialog assembly={assembly} title={title} help={t(of === 'members' ? 'reportDesign.whereMembersHelp' : 'reportDesign.whereHelp')} place={{ site: { piece, place: ['conditions'] }, subject: of, condition }} issues={issues} onClose={onClose} />
}
