import { formSet, generateForm, type Answer } from '@tieuchi/runtime'
import { useCallback, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { useDraft } from '../editor-store/draft-context.ts'
import { groupsOf } from '../forms/group-schema.ts'
import { QuestionForm } from '../forms/QuestionForm.tsx'
import { unitForm, withForm } from './bench-form.ts'
import { withUnitAnswers } from './case-content.ts'
import classes from './case-bench.module.css'
import type { CaseWriting } from './use-case-writing.ts'

const noErrors = {}

/** The attributes of the place, which no form asks: they follow from where the household lives. */
export const PlaceFields = ({ writing: { example: { given }, write } }: { readonly writing: CaseWriting }) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  const { assembly } = useDraft()
  const own = useMemo(() => {
    const form = unitForm(assembly, given)
    return form.sections[0]?.items.length === 0 ? undefined : generateForm(formSet(withForm(assembly, form), form.id), language)
  }, [assembly, given, language])
  const group = useMemo(() => own && groupsOf(own).household, [own])
  const answer = useCallback((field: string, value: Answer | undefined) => write((now) => {
    const { [field]: _before, ...others } = now.given.unit ?? {}
    return { ...now, given: withUnitAnswers(now.given, value === undefined ? others : { ...now.given.unit, [field]: value }) }
  }, `unit.${field}`), [write])
  if (!own || !group) return null
  return (
    <section className={classes['beside']} aria-labelledby="bench-place">
      <h3 id="bench-place">{t('bench.place')}</h3>
      <QuestionForm name="unit" group={group} fields={own.sections[0]?.fields ?? []} columns={own.sections[0]?.columns ?? 2} answers={given.unit ?? noErrors} errors={noErrors} onAnswer={answer} />
    </section>
  )
}
