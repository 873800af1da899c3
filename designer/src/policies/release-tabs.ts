import { elementTabs } from '../elements/element.ts'

/** The tabs of a published release, in their order; the address names the open one. */
export const releaseTabs = ['overview', ...elementTabs] as const
export type ReleaseTab = (typeof releaseTabs)[number]
export const isReleaseTab = (value: unknown): value is ReleaseTab => releaseTabs.some((tab) => tab === value)
