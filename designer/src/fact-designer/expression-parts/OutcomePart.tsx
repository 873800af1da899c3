import { NativeSelect } from '@mantine/core'
import { describeReference, type Expression } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../app/use-language.ts'
import { useExpression } from '../expression-context.ts'
import type { PartsProps } from './parts-props.ts'

/** Which earlier decisions: those on a result of this or another policy. */
export const OutcomePart = ({ expression, place, assembly }: PartsProps) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const { write } = useExpression()
  if (typeof expression !== 'object' || !('outcome' in expression)) return null
  const own = [...assembly.pieces.values()].filter(({ piece }) => piece.kind === 'outcome').map(({ piece, programme }) => `${programme}.${piece.id}`)
  const others = [...assembly.dependencies].flatMap(([programme, { pieces }]) => [...pieces.values()].filter(({ piece, programme: owner }) => owner === programme && piece.kind === 'outcome').map(({ piece }) => `${programme}.${piece.id}`))
  return (
    <NativeSelect
      size="xs"
      label={t('fact.outcome')}
      value={String(expression.outcome)}
      onChange={(event) => write(place, { ...expression, outcome: event.currentTarget.value } as unknown as Expression)}
      data={[{ value: '', label: t('build.valueChoose') }, ...[...own, ...others].map((outcome) => ({ value: outcome, label: read(describeReference(assembly, { fact: outcome }).title) }))]}
    />
  )
}
