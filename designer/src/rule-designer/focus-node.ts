import type { ConditionSite } from '../editor-store/commands/logic-commands.ts'

/** The name of a tree on the page. */
export const siteName = (site: ConditionSite): string => ['piece' in site ? site.piece : 'form' in site ? `form ${site.form}` : site.field, ...site.place].join('/')

/** Puts the focus on a part of a condition once the page shows the change; without a key, or where it is gone, on what adds the next one. */
export const focusNode = (site: ConditionSite, key?: string): void => {
  requestAnimationFrame(() => {
    const tree = document.querySelector(`[data-tree="${CSS.escape(siteName(site))}"]`)
    const node = key === undefined ? undefined : tree?.querySelector(`[data-node="${CSS.escape(key)}"]`)
    const target = node?.querySelector<HTMLElement>('[data-node-menu]') ?? tree?.querySelector<HTMLElement>('[data-add]')
    target?.focus()
  })
}
