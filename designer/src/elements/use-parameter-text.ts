import { formatValue, type Assembly, type Literal, type Parameter } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'

/** Writes a parameter's value with its unit; one looked up by a field a line for each answer. */
export const useParameterText = ({ lists, fields }: Pick<Assembly, 'lists' | 'fields'>): ((parameter: Parameter) => readonly string[]) => {
  const { t } = useTranslation()
  const { language } = useLanguage()
  return ({ unit, value, by, values }) => {
    const write = (literal: Literal): string => formatValue(literal, { unit, lists, language })
    if (value !== undefined) return [write(value)]
    if (by === undefined || values === undefined) return [t('parameters.open')]
    const list = fields.get(by)?.schema['x-list']
    return Object.entries(values).map(([code, each]) => `${formatValue(code, { list, lists, language })}: ${write(each)}`)
  }
}
