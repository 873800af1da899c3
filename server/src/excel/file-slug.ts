import { plainText } from '../households/household-search.ts'

/** Words as a part of a file's name: `danh-sach-ho`. */
export const fileSlug = (text: string): string => plainText(text).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
