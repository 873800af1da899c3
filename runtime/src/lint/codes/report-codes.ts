import type { Text } from '../../documents/text.ts'
import { lintCode } from './lint-code.ts'

/** Report forms. */
export const reportFormCodes = {
  columns_alike: lintCode<{ title: Text }>(
    'warning',
    'Two columns of a report have the same title under the same heads, so nobody can tell which figures are which.',
    (p) => `${p.place.vi}: một cột khác của biểu cũng tên là “${p.title.vi}” dưới cùng các tiêu đề; hãy đổi tên một trong hai cột.`,
    (p) => `${p.place.en}: another column of the form is called “${p.title.en}” under the same heads too; give one of the two another title.`,
  ),
} as const
