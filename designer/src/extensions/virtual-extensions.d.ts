/** The packages of code that are installed, put together when the application is built. */
declare module 'virtual:extensions' {
  import type { Extension } from '@tieuchi/runtime'

  export const packages: readonly { readonly extension: Extension }[]
}

/** What of them the page draws. */
declare module 'virtual:extension-designers' {
  import type { DesignerExtension } from './designer-extension.ts'

  export const designers: readonly DesignerExtension[]
}
