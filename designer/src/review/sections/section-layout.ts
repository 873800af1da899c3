import type { GeneratedSection } from '@tieuchi/runtime'

/** More sections than these do not fit beside each other. */
const MOST_TABS = 7

/** How the sections of a form are gone through: as tabs where they are few, else as a list beside the questions or in a sheet over them. */
export type SectionLayout = 'tabs' | 'list' | 'sheet'

/** Pages of other programmes need the list, which says whose they are. */
export const layoutOf = (sections: readonly GeneratedSection[], narrow: boolean): SectionLayout => {
  if (sections.length <= MOST_TABS && sections.every(({ rules }) => rules === undefined)) return 'tabs'
  return narrow ? 'sheet' : 'list'
}
