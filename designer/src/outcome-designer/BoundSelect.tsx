import { NativeSelect } from '@mantine/core'
import type { Bound } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'

const bounds: readonly Bound[] = ['exact', 'at_least', 'at_most']

interface BoundSelectProps {
  readonly label: string
  readonly bound: Bound
  readonly onBound: (bound: Bound) => void
}

/** What a level or an amount says: exactly that, at least or at most. */
export const BoundSelect = ({ label, bound, onBound }: BoundSelectProps) => {
  const { t } = useTranslation()
  return (
    <NativeSelect
      label={label} value={bound} data={bounds.map((each) => ({ value: each, label: t(`entitlement.bound.${each}`) }))}
      onChange={({ currentTarget: { value } }) => onBound(bounds.find((each) => each === value) ?? 'exact')}
    />
  )
}
