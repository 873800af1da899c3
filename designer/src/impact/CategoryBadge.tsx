import type { ImpactCategory } from '../api/contract.ts'
import { useLanguage } from '../app/use-language.ts'
import { ValueBadge } from '../ui/ValueBadge.tsx'
import { toneOf } from './category.ts'

/** Where a household stands, in the colour it has everywhere. */
export const CategoryBadge = ({ category }: { readonly category: ImpactCategory | undefined }) => {
  const { read } = useLanguage()
  return category ? <ValueBadge tone={toneOf(category)}>{read(category.label)}</ValueBadge> : null
}
