/** What the menu leads to. */
export type Area = '/households' | '/submissions' | '/reports' | '/policies' | '/people' | '/partners' | '/trail'

/** What the addresses of an area begin with. */
const areas: readonly (readonly [beginning: string, area: Area])[] = [
  ['/households', '/households'], ['/submissions', '/submissions'], ['/reports', '/reports'],
  ['/policies', '/policies'], ['/drafts', '/policies'], ['/impact', '/policies'], ['/people', '/people'], ['/partners', '/partners'], ['/trail', '/trail'],
]

/** Absent where an address is none of ours. */
export const areaOf = (path: string): Area | undefined => areas.find(([beginning]) => path === beginning || path.startsWith(`${beginning}/`))?.[1]

/** What an area is called, among the words. */
export const areaWords = {
  '/households': 'shell.households', '/submissions': 'shell.submissions', '/reports': 'shell.reports', '/policies': 'shell.policies',
  '/people': 'shell.people', '/partners': 'shell.partners', '/trail': 'shell.trail',
} as const satisfies Record<Area, string>
