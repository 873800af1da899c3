import { NativeSelect } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/use-language.ts'
import { useExpression } from '../expression-context.ts'
import type { PartsProps } from './parts-props.ts'

/** How many rules of a set hold. */
export const RulesPart = ({ expression, place, assembly }: PartsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { write } = useExpression()
  if (typeof expression !== 'object' || !('countEvents' in expression)) return null
  const sets = [...assembly.pieces.values()].filter(({ piece }) => piece.kind === 'rules')
  return <NativeSelect size="xs" label={t('fact.ruleSet')} value={expression.countEvents} onChange={(event) => write(place, { countEvents: event.currentTarget.value })} data={[{ value: '', label: t('build.valueChoose') }, ...sets.map(({ piece }) => ({ value: piece.id, label: read(piece.title) }))]} />
}
