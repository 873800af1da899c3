import { createInterface } from 'node:readline/promises'
import type { Text } from '@tieuchi/runtime'

/** Asks a person; an empty answer is the one in brackets. */
export type Ask = (question: Text, usual: string) => Promise<string>

/** What is asked on a terminal where no option says it, in this order. */
export const questions = {
  title: { vi: 'Tên chương trình', en: 'Title in Vietnamese' },
  'title-en': { vi: 'Tên bằng tiếng Anh', en: 'Title in English' },
  of: { vi: 'Ai được hưởng: household (cả hộ) hay members (từng thành viên)', en: 'Who gets it: household or members' },
  from: { vi: 'Ngày đầu tiên áp dụng', en: 'First day' },
  unit: { vi: 'Mã đơn vị có mức riêng, bỏ trống nếu chỉ có quy định quốc gia', en: 'Id of a unit with an amount of its own, empty for national rules alone' },
} as const satisfies Readonly<Record<string, Text>>

/** Asks on the terminal; undefined where nobody sits at one. */
export const terminal = (): Ask | undefined => (process.stdin.isTTY ? askOnTerminal : undefined)

async function askOnTerminal({ vi, en }: Text, usual: string): Promise<string> {
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await lines.question(`${vi} · ${en}${usual === '' ? '' : ` [${usual}]`}: `)
    return answer.trim() || usual
  } finally {
    lines.close()
  }
}
