import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { sentenceOf, type FieldItem, type FormCheck, type Text } from '@tieuchi/runtime'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { isUnwritten, unwritten } from '../rule-designer/condition-edits.ts'
import { randomId } from '../ui/random-id.ts'
import { CheckDialog } from './CheckDialog.tsx'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'

interface ChecksPropertyProps {
  readonly design: FormDesign
  readonly part: FieldItem
  readonly title: Text
  readonly writable: boolean
}

/** What must hold of a question, and the way to a further check. */
export const ChecksProperty = ({ design: { assembly, form }, part, title, writable }: ChecksPropertyProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { editor } = useDraft()
  const [open, setOpen] = useState<string>()
  const button = useRef<HTMLButtonElement>(null)
  const checks = (form.checks ?? []).filter(({ field }) => field === part.field)
  const opened = checks.find(({ id }) => id === open)
  // A check in which nothing was written is none.
  const close = (check: FormCheck): void => {
    setOpen(undefined)
    if (isUnwritten(check.conditions)) editor.perform({ name: 'form.check.remove', args: { form: form.id, id: check.id } })
    requestAnimationFrame(() => button.current?.focus())
  }
  const add = (): void => {
    const ofMembers = assembly.fields.get(part.field)?.place === 'members'
    const check: FormCheck = { id: randomId(), severity: 'hard', ...(ofMembers && { of: 'members' }), field: part.field, conditions: unwritten, message: { vi: `${title.vi}: hãy kiểm tra lại.`, en: `${title.en}: please check.` } }
    editor.perform({ name: 'form.check.put', args: { form: form.id, check } })
    setOpen(check.id)
  }
  return (
    <div className={classes['property']}>
      <h4>{t('design.checks')}</h4>
      <ul className={classes['checks']}>
        {checks.map((check) => (
          <li key={check.id}>
            <Button variant="subtle" size="compact-sm" justify="flex-start" classNames={{ label: classes['checkLabel'] ?? '' }} onClick={() => setOpen(check.id)} disabled={!writable}>{isUnwritten(check.conditions) ? t('design.checkUnwritten') : read(sentenceOf(assembly, check.conditions))}</Button>
            {writable && <ActionIcon variant="subtle" color="gray" c="var(--quiet)" size={28} aria-label={t('design.removeCheck', { title: read(check.message) })} onClick={() => editor.perform({ name: 'form.check.remove', args: { form: form.id, id: check.id } })}><IconTrash size={14} aria-hidden /></ActionIcon>}
          </li>
        ))}
      </ul>
      {writable && <Button ref={button} size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>{t('design.addCheck')}</Button>}
      {opened && <CheckDialog assembly={assembly} form={form} check={opened} title={read(title)} onClose={() => close(opened)} />}
    </div>
  )
}
