import { exampleAnswers, fieldKindOf, formatUnit, refinementOf, type CodeList, type FieldSchema } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import classes from './form-designer.module.css'

interface AnswerMimicProps {
  readonly schema: FieldSchema
  readonly list: CodeList | undefined
  readonly lines: number | undefined
}

/** Choices written out; of more the first ones are enough to know the list by. */
const SHOWN = 3

/** How a question is answered, as a picture of it: nothing can be entered here. */
export const AnswerMimic = ({ schema, list, lines }: AnswerMimicProps) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const kind = fieldKindOf(schema)
  const unit = schema['x-unit']
  const refined = refinementOf(schema['x-kind'])
  const [example] = refined ? exampleAnswers(refined) : []
  if (refined) return <span className={classes['mimic']} data-boxed>{example === undefined ? refined.kind.label[language] : refined.kind.write(example, refined.options, language)}</span>
  if (kind === 'yes-no') return <span className={classes['mimic']}>◯ {t('form.yes')}&nbsp;&nbsp; ◯ {t('form.no')}</span>
  if (kind === 'choice' || kind === 'choices') {
    const titles = [...new Set(list?.entries.map(({ title }) => read(title)))]
    const mark = kind === 'choices' ? '☐ ' : ''
    return <span className={classes['mimic']} data-boxed={kind === 'choice' || undefined}>{titles.slice(0, SHOWN).map((title) => `${mark}${title}`).join(' · ')}{titles.length > SHOWN && ` · +${titles.length - SHOWN}`}{kind === 'choice' && ' ▾'}</span>
  }
  const hint = kind === 'date' ? t(schema.format === 'partial-date' ? 'design.mimic.partialDate' : 'design.mimic.date') : kind === 'number' && unit !== undefined ? formatUnit(unit, language).trim() : t(`design.mimic.${kind === 'number' ? 'number' : kind === 'personal-number' ? 'personalNumber' : 'text'}`)
  return <span className={classes['mimic']} data-boxed data-tall={lines !== undefined || undefined}>{hint}</span>
}
