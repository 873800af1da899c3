import 'i18next'
import type { Words } from './words-vi.ts'

declare module 'i18next' {
  interface CustomTypeOptions {
    keySeparator: false
    nsSeparator: false
    resources: { translation: Words }
  }
}
