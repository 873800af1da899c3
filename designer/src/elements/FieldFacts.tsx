import { formatUnit, kindPhrase, type AssembledField, type Assembly } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { ElementLink } from './ElementLink.tsx'
import classes from './elements.module.css'
import { kindOfField } from './field-kind.ts'

type Place = 'household' | 'members' | 'unit'

/** What a question asks, of whom, and what its answers are. */
export const FieldFacts = ({ assembly, field: { place, schema } }: { readonly assembly: Assembly; readonly field: AssembledField }) => {
  const { t } = useTranslation()
  const { language, read } = useLanguage()
  const list = schema['x-list'] === undefined ? undefined : assembly.lists.get(schema['x-list'])
  const { minimum, maximum, 'x-unit': unit, 'x-help': help, 'x-purpose': purpose } = schema
  return (
    <dl className={classes['facts']}>
      <dt>{t('dictionary.place')}</dt><dd>{t(`dictionary.place.${place as Place}`)}</dd>
      <dt>{t('dictionary.kind')}</dt><dd>{schema['x-kind'] ? read(kindPhrase(schema['x-kind'])) : t(`dictionary.kind.${kindOfField(schema)}`)}</dd>
      {list && <><dt>{t('dictionary.list')}</dt><dd><ElementLink element={{ kind: 'list', id: list.id }}>{read(list.title)}</ElementLink></dd></>}
      {unit && <><dt>{t('dictionary.unit')}</dt><dd>{formatUnit(unit, language).trim()}</dd></>}
      {minimum !== undefined && <><dt>{t('element.minimum')}</dt><dd>{minimum.toLocaleString(language)}</dd></>}
      {maximum !== undefined && <><dt>{t('element.maximum')}</dt><dd>{maximum.toLocaleString(language)}</dd></>}
      {help && <><dt>{t('element.help')}</dt><dd>{read(help)}</dd></>}
      {purpose && <><dt>{t('element.purpose')}</dt><dd>{read(purpose)}</dd></>}
    </dl>
  )
}
