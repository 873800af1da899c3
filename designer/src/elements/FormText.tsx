import { describeReference, type Assembly, type FormDocument, type FormItem } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ElementLink } from './ElementLink.tsx'
import classes from './elements.module.css'

/** The questions of a form in their order, by section; those about each member apart; then its checks. */
export const FormText = ({ assembly, form }: { readonly assembly: Assembly; readonly form: FormDocument }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return (
    <>
      {form.sections.map((section) => (
        <section key={section.id} className={classes['part']}>
          <h3>{read(section.title)}</h3>
          <ul>
            {section.items.map((item) => <FormItemText key={item.kind === 'field' ? item.field : item.id} item={item} assembly={assembly} />)}
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

const FormItemText = ({ item, assembly }: { readonly item: FormItem; readonly assembly: Assembly }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  if (item.kind === 'field') {
    const label = item.label ?? describeReference(assembly, { fact: item.field }).title
    return <li><ElementLink element={{ kind: 'field', id: item.field }}>{read(label)}</ElementLink>{item.required === true && <span className={classes['quiet']}> ({t('element.required')})</span>}</li>
  }
  if (item.kind === 'text') return <li className={classes['quiet']}>{read(item.text)}</li>
  if (item.kind === 'fact') return <li>{t('element.shownFact', { title: read(item.label ?? describeReference(assembly, { fact: item.fact }).title) })}</li>
  if (item.kind === 'attachment') return <li>{t('element.attachment', { title: read(item.title) })}</li>
  return (
    <li>
      {item.kind === 'roster' ? t('element.ofEachMember') : read(item.title)}
      <ul>{item.items.map((inner) => <FormItemText key={inner.kind === 'field' ? inner.field : inner.id} item={inner} assembly={assembly} />)}</ul>
    </li>
  )
}
