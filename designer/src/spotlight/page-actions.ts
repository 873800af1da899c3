import { createContext, use, useEffect, useState } from 'react'

/** Something the page that is shown can do, by its words. */
export interface PageAction {
  readonly label: string
  readonly run: () => void
}

/** What the page that is shown can do now, for whoever asks. */
export interface PageActions {
  readonly set: (actions: readonly PageAction[]) => void
  readonly get: () => readonly PageAction[]
}

/** Holds the actions without drawing anything anew when they change: they are read once the spotlight opens. */
export const usePageActionsStore = (): PageActions => {
  const [store] = useState(() => {
    let actions: readonly PageAction[] = []
    return { set: (next: readonly PageAction[]) => { actions = next }, get: () => actions }
  })
  return store
}

export const PageActionsContext = createContext<PageActions>({ set: () => undefined, get: () => [] })

/** Offers what this page can do in the spotlight, as long as it is shown. What is absent or false cannot be done now. */
export const usePageActions = (actions: readonly (PageAction | false | undefined)[]): void => {
  const { set } = use(PageActionsContext)
  useEffect(() => {
    set(actions.filter((action) => action !== false && action !== undefined))
    return () => set([])
  }, [set, actions])
}
