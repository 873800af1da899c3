import { citationPhrase, type Assembly, type Parameter } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { formatDay } from '../ui/day-text.ts'
import classes from './elements.module.css'
import { useParameterText } from './use-parameter-text.ts'

/** A named value of the law: what it is, on whose authority, and how sure. */
export const ParameterFacts = ({ assembly, parameter }: { readonly assembly: Assembly; readonly parameter: Parameter }) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const write = useParameterText(assembly)
  const { citation, certainty, confirmed, overridable = false, note } = parameter
  return (
    <dl className={classes['facts']}>
      <dt>{t('parameters.value')}</dt><dd>{write(parameter).map((line) => <div key={line}>{line}</div>)}</dd>
      {citation && <><dt>{t('parameters.basis')}</dt><dd>{read(citationPhrase(citation))}</dd></>}
      <dt>{t('parameters.certainty')}</dt><dd>{t(`parameters.certainty.${certainty}`)}</dd>
      <dt>{t('parameters.confirmed')}</dt><dd>{confirmed ? formatDay(confirmed) : t('parameters.never')}</dd>
      <dt>{t('parameters.local')}</dt><dd>{t(`parameters.local.${String(overridable) as 'false' | 'true' | 'raise' | 'lower'}`)}</dd>
      {note && <><dt>{t('parameter.note')}</dt><dd>{read(note)}</dd></>}
    </dl>
  )
}
