import { Button } from '@mantine/core'
import { sentenceOf, type FormCheck } from '@tieuchi/runtime'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { partsOf, type PartKey } from '../editor-store/commands/form-parts.ts'
import { ElementLink } from '../elements/ElementLink.tsx'
import { isUnwritten } from '../rule-designer/condition-edits.ts'
import { EmptyList } from '../ui/EmptyList.tsx'
import { CheckDialog } from './CheckDialog.tsx'
import { ConditionDialog } from './ConditionDialog.tsx'
import type { FormDesign } from './form-design.ts'
import classes from './form-designer.module.css'
import { visibleSite } from './part-site.ts'
import { titleOfPart } from './part-words.ts'

interface LogicViewProps {
  readonly design: FormDesign
  readonly writable: boolean
}

/** Everything a form decides by itself, as sentences: what is shown when, who must answer, what is checked. */
export const LogicView = ({ design, writable }: LogicViewProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { form, assembly } = design
  const parts = partsOf(form)
  const shown = parts.filter(({ part }) => 'visible' in part && part.visible !== undefined)
  const applying = parts.flatMap(({ part }) => {
    const field = 'kind' in part && part.kind === 'field' ? assembly.fields.get(part.field) : undefined
    return field?.schema.applies ? [{ id: field.id, title: field.schema['x-label'], applies: field.schema.applies }] : []
  })
  const checks = form.checks ?? []
  if (shown.length + applying.length + checks.length === 0) return <EmptyList title={t('design.noLogic')} text={t('design.noLogicText')} />
  return (
    <div className={classes['logic']}>
      {shown.length > 0 && <section><h3>{t('design.logic.visible')}</h3><ul>{shown.map(({ key }) => <VisibleSentence key={key} design={design} part={key} writable={writable} />)}</ul></section>}
      {applying.length > 0 && (
        <section>
          <h3>{t('design.logic.applies')}</h3>
          <ul>{applying.map(({ id, title, applies }) => <li key={id}><strong><ElementLink element={{ kind: 'field', id }}>{read(title)}</ElementLink></strong><p className={classes['sentence']}>{read(sentenceOf(assembly, applies))}</p></li>)}</ul>
        </section>
      )}
      {checks.length > 0 && <section><h3>{t('design.logic.checks')}</h3><ul>{checks.map((check) => <CheckSentence key={check.id} design={design} check={check} writable={writable} />)}</ul></section>}
    </div>
  )
}

const VisibleSentence = ({ design: { form, assembly }, part: key, writable }: LogicViewProps & { readonly part: PartKey }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [open, setOpen] = useState(false)
  const part = partsOf(form).find((each) => each.key === key)?.part
  const site = visibleSite(form, key)
  const title = part && titleOfPart(assembly, part)
  if (!site?.condition) return null
  const name = title ? read(title) : ''
  return (
    <li>
      <strong>{name}</strong>
      <p className={classes['sentence']}>{isUnwritten(site.condition) ? t('design.checkUnwritten') : read(sentenceOf(assembly, site.condition))}</p>
      {writable && <Button size="compact-sm" variant="subtle" className={classes['change'] ?? ''} aria-label={t('design.changeConditionOf', { title: name })} onClick={() => setOpen(true)}>{t('design.changeCondition')}</Button>}
      {open && <ConditionDialog assembly={assembly} title={t('design.visibleOf', { title: name })} help={t('design.visibleHelp')} place={site} element={{ kind: 'form', id: form.id }} onClose={() => setOpen(false)} />}
    </li>
  )
}

const CheckSentence = ({ design: { form, assembly }, check, writable }: LogicViewProps & { readonly check: FormCheck }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const [open, setOpen] = useState(false)
  const schema = assembly.fields.get(check.field)?.schema
  const name = schema ? read(schema['x-label']) : check.field
  return (
    <li>
      <strong>{name}</strong> <span className={classes['quiet']}>{t(`design.severity.${check.severity}`)}</span>
      <p className={classes['sentence']}>{isUnwritten(check.conditions) ? t('design.checkUnwritten') : read(sentenceOf(assembly, check.conditions))}</p>
      <p className={classes['quiet']}>“{read(check.message)}”</p>
      {writable && <Button size="compact-sm" variant="subtle" className={classes['change'] ?? ''} aria-label={t('design.changeConditionOf', { title: name })} onClick={() => setOpen(true)}>{t('design.changeCondition')}</Button>}
      {open && <CheckDialog assembly={assembly} form={form} check={check} title={name} onClose={() => setOpen(false)} />}
    </li>
  )
}
