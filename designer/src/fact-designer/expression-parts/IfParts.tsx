import { useTranslation } from 'react-i18next'
import { BelowPart } from './BelowPart.tsx'
import type { PartsProps } from './parts-props.ts'
import { WherePart } from './WherePart.tsx'

/** One of two values, by a condition. */
export const IfParts = (props: PartsProps) => {
  const { t } = useTranslation()
  const { expression } = props
  if (typeof expression !== 'object' || !('if' in expression)) return null
  return (
    <>
      <WherePart {...props} step="if" condition={expression.if} label={t('fact.when')} />
      <BelowPart {...props} step={['then']} label={t('fact.then')} />
      <BelowPart {...props} step={['else']} label={t('fact.else')} />
    </>
  )
}
