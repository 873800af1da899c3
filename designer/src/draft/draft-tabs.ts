import { elementTabs } from '../elements/element.ts'

/** The tabs of a draft, in their order; the address names the open one. */
export const draftTabs = ['overview', ...elementTabs, 'impact', 'compare', 'approval'] as const
export type DraftTab = (typeof draftTabs)[number]
export const isDraftTab = (value: unknown): value is DraftTab => draftTabs.some((tab) => tab === value)
