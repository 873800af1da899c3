import { createContext, use, useEffect, useState } from 'react'

/** Something the page that is shown can do, by its words. */
export interface PageAction {
  readonly label: string
  readonly run: () => void
}

/** Something the page that is shown has in it: what it is called, and what it is. */
export interface PageContent {
  readonly key: string
  readonly label: string
  readonly description?: string | undefined
  readonly go: () => void
}

type FindContents = () => readonly PageContent[]

/** What the page that is shown can do now and has in it, for whoever asks. */
export interface PageActions {
  readonly set: (actions: readonly PageAction[]) => void
  readonly get: () => readonly PageAction[]
  readonly setContents: (find: FindContents) => void
  readonly getContents: FindContents
}

const noContents: FindContents = () => []

/** Holds the actions without drawing anything anew when they change: they are read once the spotlight opens. */
export const usePageActionsStore = (): PageActions => {
  const [store] = useState(() => {
    let actions: readonly PageAction[] = []
    let contents = noContents
    return {
      set: (next: readonly PageAction[]) => { actions = next },
      get: () => actions,
      setContents: (find: FindContents) => { contents = find },
      getContents: () => contents(),
    }
  })
  return store
}

export const PageActionsContext = createContext<PageActions>({ set: () => undefined, get: () => [], setContents: () => undefined, getContents: noContents })

/** Offers what this page can do in the spotlight, as long as it is shown. What is absent or false cannot be done now. */
export const usePageActions = (actions: readonly (PageAction | false | undefined)[]): void => {
  const { set } = use(PageActionsContext)
  useEffect(() => {
    set(actions.filter((action) => action !== false && action !== undefined))
    return () => set([])
  }, [set, actions])
}

/** Lets the spotlight find what this page has in it, as long as it is shown. Asked for only once somebody looks. */
export const usePageContents = (find: FindContents): void => {
  const { setContents } = use(PageActionsContext)
  useEffect(() => {
    setContents(find)
    return () => setContents(noContents)
  }, [setContents, find])
}
