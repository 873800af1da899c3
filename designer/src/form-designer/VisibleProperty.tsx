import { Button } from '@mantine/core'
import { IconEye } from '@tabler/icons-react'
import { sentenceOf } from '@tieuchi/runtime'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import type { PartKey } from '../editor-store/commands/form-parts.ts'
import { isUnwritten } from '../rule-designer/condition-edits.ts'
import { ConditionDialog } from './ConditionDialog.tsx'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'
import { visibleSite } from './part-site.ts'

interface VisiblePropertyProps {
  readonly design: FormDesign
  readonly part: PartKey
  readonly title: string
  readonly writable: boolean
}

/** When a part is shown, as a sentence, and the way to write it. */
export const VisibleProperty = ({ design: { assembly, form }, part, title, writable }: VisiblePropertyProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = (): void => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  const site = visibleSite(form, part)
  if (!site) return null
  const written = site.condition && !isUnwritten(site.condition) ? read(sentenceOf(assembly, site.condition)) : undefined
  return (
    <div className={classes['property']}>
      <h4>{t('design.visible')}</h4>
      <p className={classes['sentence']}>{written ?? t('design.alwaysShown')}</p>
      {writable && <Button ref={button} size="compact-sm" variant="default" leftSection={<IconEye size={14} aria-hidden />} aria-label={`${t(written === undefined ? 'design.writeCondition' : 'design.changeCondition')}: ${t('design.visible')}`} onClick={() => setOpen(true)}>{t(written === undefined ? 'design.writeCondition' : 'design.changeCondition')}</Button>}
      {open && <ConditionDialog assembly={assembly} title={t('design.visibleOf', { title })} help={t('design.visibleHelp')} place={site} element={{ kind: 'form', id: form.id }} onClose={close} />}
    </div>
  )
}
