import { formatNumber, type Language } from '@tieuchi/runtime'

const kilobyte = 1024
const megabyte = kilobyte * kilobyte

/** How large a file is, for people: `340 KB`, `1,2 MB`. */
export const writeBytes = (bytes: number, language: Language): string =>
  (bytes < megabyte ? `${formatNumber(Math.max(1, Math.round(bytes / kilobyte)), language)} KB` : `${formatNumber(Math.round((bytes / megabyte) * 10) / 10, language)} MB`)
