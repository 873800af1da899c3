import type { Text } from '../../documents/text.ts'
import { limits } from '../../limits/limits.ts'

/** Why a property was left out, or how it was taken, and what to do. */
export const partWords = {
  unreadable: (name: string): Text => ({
    vi: `“${name}” không có kiểu mà câu hỏi nào ở đây có (chữ, số, ngày, có/không, chọn một, chọn nhiều, nhóm, danh sách thành viên); hãy tạo câu hỏi bằng tay.`,
    en: `“${name}” has no type that a question here has (text, number, day, yes/no, one choice, several choices, group, list of members); make the question by hand.`,
  }),
  tooDeep: (name: string): Text => ({
    vi: `“${name}” là nhóm trong nhóm trong mục; biểu mẫu ở đây chỉ có mục và nhóm, hãy đưa nhóm này ra ngoài một bậc rồi nhập lại.`,
    en: `“${name}” is a group within a group of a section; forms here have sections and groups only, so move it one level up and import again.`,
  }),
  otherList: (name: string): Text => ({
    vi: `“${name}” là danh sách lặp lại; mỗi biểu mẫu chỉ có một danh sách, của các thành viên, đứng ngoài cùng hoặc trong một mục. Hãy hỏi phần này bằng biểu mẫu khác.`,
    en: `“${name}” is a repeating list; a form has one, of the members, at the root or in a section. Ask for this in another form.`,
  }),
  emptyList: (name: string): Text => ({ vi: `“${name}” là danh sách không có câu hỏi nào đọc được; hãy tạo phần thành viên bằng tay.`, en: `“${name}” is a list without a question that can be read; make the members part by hand.` }),
  hidden: (name: string): Text => ({
    vi: `“${name}” luôn ẩn nên không hỏi ai; nếu là giá trị tính ra, hãy tạo cách tính trong quy tắc.`,
    en: `“${name}” is always hidden, so nobody is asked; where it is computed, make it a calculation in the rules.`,
  }),
  tooMany: (name: string): Text => ({
    vi: `“${name}” vượt quá ${limits.form_items} câu hỏi và phần của một biểu mẫu hoặc ${limits.sections} mục; hãy chia thành nhiều biểu mẫu.`,
    en: `“${name}” is beyond the ${limits.form_items} questions and parts, or ${limits.sections} sections, of a form; divide it into several.`,
  }),
  wordless: (name: string): Text => ({ vi: `“${name}” là đoạn chữ không có lời, hoặc dài quá mức; hãy tạo đoạn chữ bằng tay nếu cần.`, en: `“${name}” is a text without words, or too long; make it by hand where it is needed.` }),
  identity: { vi: '“id” là mã của từng thành viên, phần mềm tự giữ nên không hỏi; nếu là mã khác, hãy đổi tên rồi nhập lại.', en: '“id” is the id of each member, which is kept anyway and not asked; rename it and import again where it is something else.' },
} as const
