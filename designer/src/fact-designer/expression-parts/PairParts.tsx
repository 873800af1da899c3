import { useTranslation } from 'react-i18next'
import { BelowPart } from './BelowPart.tsx'
import type { PartsProps } from './parts-props.ts'

/** Two parts whose order matters. */
export const PairParts = (props: PartsProps) => {
  const { t } = useTranslation()
  const words = props.choice === 'subtract' || props.choice === 'divide' ? props.choice : 'days'
  return (
    <>
      <BelowPart {...props} step={[props.choice, '0']} label={t(`fact.first.${words}`)} />
      <BelowPart {...props} step={[props.choice, '1']} label={t(`fact.second.${words}`)} />
    </>
  )
}
