import type { Assembly, FieldItem, FormDocument } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ElementLink } from './ElementLink.tsx'
import classes from './elements.module.css'

/** The questions of a form in their order, by section; those about each member apart; then its checks. */
export const FormText = ({ assembly, form }: { readonly assembly: Assembly; readonly form: FormDocument }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const question = ({ field, required = false }: FieldItem) => {
    const label = assembly.fields.get(field)?.schema['x-label']
    return <li key={field}><ElementLink element={{ kind: 'field', id: field }}>{label ? read(label) : field}</ElementLink>{required && <span className={classes['quiet']}> ({t('element.required')})</span>}</li>
  }
  return (
    <>
      {form.sections.map((section) => (
        <section key={section.id} className={classes['part']}>
          <h3>{read(section.title)}</h3>
          <ul>
            {section.items.map((item) => (item.kind === 'roster'
              ? <li key={item.id}>{t('element.ofEachMember')}<ul>{item.items.map(question)}</ul></li>
              : question(item)))}
          </ul>
        </section>
      ))}
      {form.checks && form.checks.length > 0 && (
        <section className={classes['part']}>
          <h3>{t('element.checks')}</h3>
          <ul>{form.checks.map(({ id, message }) => <li key={id}>{read(message)}</li>)}</ul>
        </section>
      )}
    </>
  )
}
