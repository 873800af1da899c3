import type { Text } from '@tieuchi/runtime'
import { withPeriod } from './compared-document.ts'

/** The title of something in a bundle with the days it is proposed for. */
export const withDays = ({ title, ...period }: { readonly title: Text; readonly valid_from?: string; readonly valid_to?: string }): Text => withPeriod(title, period)
