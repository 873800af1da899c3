import { Button, Checkbox, Group, Select } from '@mantine/core'
import { IconCopy, IconTrash } from '@tabler/icons-react'
import { momentOfCase } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { TextPair } from '../rule-designer/TextPair.tsx'
import { DayInput } from '../ui/DayInput.tsx'
import { apart, isApart, withMoment } from './case-content.ts'
import classes from './case-bench.module.css'
import type { CaseWriting } from './use-case-writing.ts'
import { useCaseActions } from './use-case-actions.ts'

interface BenchHeadProps {
  readonly writing: CaseWriting
  /** The form that the questions are asked by, where there is one. */
  readonly form: string | undefined
  readonly onForm: (form: string) => void
}

/** What the case is called, and as of when it is looked at. */
export const BenchHead = ({ writing, form, onForm }: BenchHeadProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { assembly: { release: { forms } } } = useDraft()
  const { duplicate, remove } = useCaseActions()
  const { example, current, write } = writing
  return (
    <>
      <TextPair text={example.title} onText={(title) => write((now) => ({ ...now, title }))} />
      <MomentFields writing={writing} />
      {forms.length > 1 && <Select label={t('bench.form')} data={forms.map(({ id, title }) => ({ value: id, label: read(title) }))} value={form ?? null} onChange={(next) => next !== null && onForm(next)} allowDeselect={false} maw={480} mt="sm" />}
      <Group gap="sm" mt="sm">
        <Button variant="default" size="compact-md" leftSection={<IconCopy size={16} aria-hidden />} onClick={() => duplicate(current())}>{t('bench.saveAsCase')}</Button>
        <Button variant="subtle" size="compact-md" color="red" c="var(--error)" leftSection={<IconTrash size={16} aria-hidden />} onClick={() => remove(example.id)}>{t('bench.remove')}</Button>
      </Group>
    </>
  )
}

const dates = ['law_at', 'facts_at', 'unit_at'] as const

/** As of when: one day, or the three dates apart. */
const MomentFields = ({ writing: { example, write } }: Pick<BenchHeadProps, 'writing'>) => {
  const { t } = useTranslation()
  const moment = momentOfCase(example)
  return (
    <div className={classes['moment']}>
      {isApart(example)
        ? dates.map((each) => <DayInput key={each} label={t(`bench.${each}`)} day={moment[each]} onDay={(day) => write((now) => withMoment(now, { ...momentOfCase(now), [each]: day }))} w={168} popoverProps={{ withinPortal: true }} />)
        : <DayInput label={t('bench.day')} day={moment.law_at} onDay={(day) => write((now) => withMoment(now, day))} w={168} popoverProps={{ withinPortal: true }} />}
      <Checkbox label={t('bench.apart')} checked={isApart(example)} onChange={({ currentTarget: { checked } }) => write((now) => apart(now, checked))} />
    </div>
  )
}
