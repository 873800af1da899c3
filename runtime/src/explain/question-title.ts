import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'

/** What is asked for as a whole, where nobody has said anything of it. */
const parts: Readonly<Record<string, Text>> = {
  members: { vi: 'Danh sách thành viên', en: 'List of members' },
  history: { vi: 'Các quyết định trước đây', en: 'Earlier decisions' },
}

/** The words for what a result still asks: the label of a field, the list of members, the earlier decisions. */
export const titleOfQuestion = ({ fields }: Pick<Assembly, 'fields'>, field: string): Text =>
  fields.get(field)?.schema['x-label'] ?? parts[field] ?? { vi: field, en: field }
