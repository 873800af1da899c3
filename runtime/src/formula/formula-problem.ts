import type { Text } from '../documents/text.ts'

/** Why a text is no formula, and where. */
export interface FormulaProblem {
  readonly code: 'unfinished' | 'unexpected' | 'unknown_name' | 'ambiguous_name' | 'unknown_word' | 'comma' | 'open_name' | 'open_bracket' | 'arguments' | 'not_a_number' | 'not_decimals' | 'not_a_value' | 'not_a_condition'
  /** Characters of the text it is about. */
  readonly from: number
  readonly to: number
  readonly message: Text
}

type Place = Pick<FormulaProblem, 'from' | 'to'>

const problem = (code: FormulaProblem['code'], vi: string, en: string) => ({ from, to }: Place): FormulaProblem => ({ code, from, to, message: { vi, en } })

/** Every problem by its code, with the words for it. */
export const formulaProblems = {
  unfinished: problem('unfinished', 'Công thức còn dở dang; hãy viết tiếp ở cuối.', 'The formula is not finished; go on at its end.'),
  unexpected: (what: string) => problem('unexpected', `“${what}” không đứng được ở đây; hãy xem lại dấu và ngoặc ngay trước nó.`, `“${what}” cannot stand here; look at the sign or bracket before it.`),
  unknownName: (name: string) => problem('unknown_name', `Không có thông tin nào tên “${name}”; hãy chọn trong danh sách gợi ý.`, `Nothing is called “${name}”; choose from the suggestions.`),
  ambiguousName: (name: string) => problem('ambiguous_name', `Có nhiều thông tin cùng tên “${name}”; hãy chọn đúng cái cần dùng trong danh sách gợi ý.`, `Several things are called “${name}”; choose the one meant from the suggestions.`),
  unknownWord: (word: string) => problem('unknown_word', `Không hiểu “${word}”. Hãy chọn tên thông tin hoặc hàm trong danh sách gợi ý; các hàm có ở dưới.`, `“${word}” is not understood. Choose a name or a function from the suggestions; the functions are listed below.`),
  arguments: (name: string, takes: string, takesEn: string) => problem('arguments', takes === '' ? `${name} không nhận giá trị nào: viết ${name}().` : `${name} cần: ${takes}; cách nhau bằng dấu chấm phẩy.`, takesEn === '' ? `${name} takes nothing: write ${name}().` : `${name} needs: ${takesEn}; with semicolons between.`),
  comma: problem('comma', 'Giữa các giá trị viết dấu chấm phẩy (;); dấu phẩy chỉ dùng cho phần thập phân, như 0,5.', 'Write a semicolon (;) between values; a comma only groups digits, as in 1,000.'),
  openName: problem('open_name', 'Tên trong ngoặc vuông chưa đóng; thiếu dấu ].', 'A name in brackets is not closed; its ] is missing.'),
  openBracket: problem('open_bracket', 'Thiếu dấu ) ở cuối.', 'The closing ) is missing.'),
  notDecimals: problem('not_decimals', 'Ở đây cần số chữ số thập phân, từ -12 đến 6, như trong Excel. Để làm tròn đến bội số của 1.000, viết LÀM TRÒN ĐẾN(…; 1.000).', 'The number of decimals is needed here, from -12 to 6, as in a spreadsheet. To round to multiples of 1,000 write MROUND(…; 1,000).'),
  notANumber: problem('not_a_number', 'Ở đây cần một số lớn hơn 0, như 1.000.', 'A number above 0 is needed here, like 1,000.'),
  notAValue: problem('not_a_value', 'Ở đây cần một giá trị, không phải một điều kiện; hãy dùng NẾU(điều kiện; …; …).', 'A value is needed here, not a condition; use IF(condition; …; …).'),
  notACondition: problem('not_a_condition', 'Ở đây cần một điều kiện, như [Tuổi] >= 6 hoặc [Có rào] = CÓ.', 'A condition is needed here, like [Age] >= 6 or [Fenced] = YES.'),
} as const
