import type { Text } from '../../documents/text.ts'
import { lintCode } from './lint-code.ts'

/** What nothing reads, and what nobody asks. */
export const useCodes = {
  unused_parameter: lintCode(
    'warning',
    'No outcome, rule or form reads a parameter.',
    (p) => `${p.place.vi}: không có kết quả, quy tắc hay biểu mẫu nào dùng tham số này; hãy đưa vào quy tắc hoặc bỏ tham số.`,
    (p) => `${p.place.en}: no outcome, rule or form reads this parameter; use it or remove it.`,
  ),
  unused_fact: lintCode(
    'warning',
    'No outcome, rule or form reads a fact, directly or through others.',
    (p) => `${p.place.vi}: không có kết quả, quy tắc hay biểu mẫu nào dùng cách tính này; hãy đưa vào quy tắc hoặc bỏ cách tính.`,
    (p) => `${p.place.en}: no outcome, rule or form reads this calculation; use it or remove it.`,
  ),
  unused_condition: lintCode(
    'warning',
    'No outcome, rule or form uses a named condition.',
    (p) => `${p.place.vi}: không có kết quả, quy tắc hay biểu mẫu nào dùng điều kiện này; hãy đưa vào quy tắc hoặc bỏ điều kiện.`,
    (p) => `${p.place.en}: no outcome, rule or form uses this condition; use it or remove it.`,
  ),
  unused_table: lintCode(
    'warning',
    'No outcome, rule or form reads a table.',
    (p) => `${p.place.vi}: không có kết quả, quy tắc hay biểu mẫu nào dùng bảng này; hãy chỉ ra kết quả lấy từ bảng hoặc bỏ bảng.`,
    (p) => `${p.place.en}: no outcome, rule or form reads this table; let an outcome come from it or remove it.`,
  ),
  unused_output: lintCode<{ output: string }>(
    'warning',
    'Nothing reads one of the result columns of a table.',
    (p) => `${p.place.vi}: không có nội dung nào dùng cột kết quả “${p.output}”; hãy dùng hoặc bỏ cột.`,
    (p) => `${p.place.en}: nothing reads the result column “${p.output}”; use it or remove it.`,
  ),
  unused_field: lintCode(
    'warning',
    'A form asks a question that no rule, check or register reads and whose purpose is not stated: more is collected than is needed.',
    (p) => `${p.place.vi}: câu hỏi được thu thập nhưng không quy tắc, kiểm tra hay sổ hộ nào dùng đến; hãy bỏ câu hỏi, hoặc ghi mục đích thu thập trong từ điển.`,
    (p) => `${p.place.en}: it is asked, but no rule, check or register reads it; remove the question, or state its purpose in the dictionary.`,
  ),
  field_not_asked: lintCode<{ field: Text }>(
    'warning',
    'Rules or a form need the answer to a question that no form asks, so results stay undetermined.',
    (p) => `${p.place.vi}: cần câu trả lời “${p.field.vi}” nhưng không biểu mẫu nào hỏi; hãy thêm câu hỏi vào biểu mẫu.`,
    (p) => `${p.place.en}: the answer “${p.field.en}” is needed, but no form asks for it; add the question to a form.`,
  ),
} as const
