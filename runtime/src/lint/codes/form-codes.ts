import type { Text } from '../../documents/text.ts'
import { lintCode } from './lint-code.ts'

/** Forms. */
export const formCodes = {
  section_empty: lintCode(
    'warning',
    'A section or group of a form holds nothing.',
    (p) => `${p.place.vi}: phần này chưa có câu hỏi nào; hãy thêm câu hỏi hoặc bỏ phần.`,
    (p) => `${p.place.en}: the section has no question; add one or remove the section.`,
  ),
  part_never_shown: lintCode(
    'warning',
    'A section or group of a form can never be shown.',
    (p) => `${p.place.vi}: điều kiện hiển thị không bao giờ đúng nên không ai thấy phần này; hãy sửa điều kiện hoặc bỏ phần.`,
    (p) => `${p.place.en}: the condition for showing it never holds, so nobody ever sees it; correct the condition or remove the part.`,
  ),
  matrix_choices: lintCode<{ field: Text }>(
    'error',
    'The questions of a table of questions are not answered from the same choices.',
    (p) => `${p.place.vi}: “${p.field.vi}” không trả lời bằng cùng các lựa chọn với câu đầu của bảng; hãy đưa câu này ra ngoài bảng.`,
    (p) => `${p.place.en}: “${p.field.en}” is not answered from the same choices as the first question of the table; move it out of the table.`,
  ),
  hidden_but_needed: lintCode<{ reader: Text; example: Text }>(
    'warning',
    'A form can hide a question whose answer could alone decide an outcome; hiding is for looks and answers nothing.',
    (p) => `${p.place.vi}: câu hỏi có thể bị ẩn (ví dụ: ${p.example.vi}) trong khi “${p.reader.vi}” vẫn cần câu trả lời; hãy nới điều kiện hiển thị, hoặc ghi trong từ điển khi nào câu hỏi không áp dụng.`,
    (p) => `${p.place.en}: the question can be hidden (for example: ${p.example.en}) while “${p.reader.en}” still needs its answer; widen when it is shown, or say in the dictionary where it does not apply.`,
  ),
  required_hidden: lintCode(
    'warning',
    'A question that must be answered is never shown.',
    (p) => `${p.place.vi}: câu hỏi bắt buộc trả lời nhưng điều kiện hiển thị không bao giờ đúng; hãy sửa điều kiện hiển thị hoặc bỏ câu hỏi.`,
    (p) => `${p.place.en}: it must be answered, but the condition for showing it never holds; correct that condition or remove the question.`,
  ),
  check_never_fails: lintCode<{ sentence: Text }>(
    'warning',
    'A check of a form always passes.',
    (p) => `${p.place.vi}: điều kiện “${p.sentence.vi}” luôn đúng nên kiểm tra này không bao giờ nhắc; hãy sửa giá trị hoặc bỏ kiểm tra.`,
    (p) => `${p.place.en}: “${p.sentence.en}” always holds, so this check never speaks up; correct its values or remove it.`,
  ),
  check_always_fails: lintCode<{ sentence: Text }>(
    'error',
    'A check of a form can never be met, so the form could not be sent, or never without a reason.',
    (p) => `${p.place.vi}: điều kiện “${p.sentence.vi}” không bao giờ đúng nên không gửi được biểu mẫu; hãy sửa giá trị hoặc bỏ kiểm tra.`,
    (p) => `${p.place.en}: “${p.sentence.en}” can never hold, so the form could not be sent; correct its values or remove the check.`,
  ),
  check_field: lintCode<{ field: string }>(
    'error',
    'The message of a check stands at a question that the form does not ask.',
    (p) => `${p.place.vi}: lời nhắc gắn với câu hỏi “${p.field}” không có trong biểu mẫu; hãy chọn một câu hỏi của biểu mẫu.`,
    (p) => `${p.place.en}: its message stands at the question “${p.field}”, which the form does not ask; choose a question of the form.`,
  ),
  anchor_twice: lintCode<{ anchor: string }>(
    'error',
    'Two sections of a form have the same anchor, so it is not certain where pages of other programmes stand.',
    (p) => `${p.place.vi}: điểm ghép trang “${p.anchor}” đã có ở một phần khác của biểu mẫu; hãy bỏ điểm ghép ở một trong hai phần.`,
    (p) => `${p.place.en}: anchor “${p.anchor}” is that of another section too; remove it from one of the two.`,
  ),
  pages_form: lintCode<{ programme: string; form: string; forms: string }>(
    'error',
    'Pages are meant for a form that the other programme does not have.',
    (p) => `${p.place.vi}: chương trình “${p.programme}” không có biểu mẫu “${p.form}”; hãy chọn một biểu mẫu của chương trình đó${p.forms === '' ? '' : ` (${p.forms})`}.`,
    (p) => `${p.place.en}: programme “${p.programme}” has no form “${p.form}”; choose one of its forms${p.forms === '' ? '' : ` (${p.forms})`}.`,
  ),
  pages_anchor: lintCode<{ form: Text; anchor: string; anchors: string }>(
    'error',
    'Pages are meant for a place that the form does not offer; they would stand at its end.',
    (p) => `${p.place.vi}: biểu mẫu “${p.form.vi}” không có điểm ghép trang “${p.anchor}”; hãy chọn một điểm ghép của biểu mẫu đó${p.anchors === '' ? ' sau khi chính sách kia mở điểm ghép' : ` (${p.anchors})`}.`,
    (p) => `${p.place.en}: form “${p.form.en}” has no anchor “${p.anchor}”; choose one of its anchors${p.anchors === '' ? ', once that programme offers one' : ` (${p.anchors})`}.`,
  ),
  pages_ask_again: lintCode<{ form: Text }>(
    'notice',
    'Pages ask what the form they are for asks itself; there it is asked once, where the form has it.',
    (p) => `${p.place.vi}: biểu mẫu “${p.form.vi}” đã hỏi câu này nên trang ghép không hỏi lại; hãy bỏ câu hỏi, hoặc giữ lại phòng khi biểu mẫu đó thôi hỏi.`,
    (p) => `${p.place.en}: form “${p.form.en}” asks this itself, so the page does not ask it again; remove it, or keep it in case that form no longer asks it.`,
  ),
  roster_column: lintCode<{ field: string }>(
    'error',
    'The row of a member shows a question that the roster does not ask.',
    (p) => `${p.place.vi}: dòng thành viên hiển thị “${p.field}” nhưng phần thành viên không hỏi câu này; hãy thêm câu hỏi hoặc bỏ cột.`,
    (p) => `${p.place.en}: the row of a member shows “${p.field}”, which is not asked of members; add the question or remove the column.`,
  ),
  visible_reads_later: lintCode<{ field: Text; later: string }>(
    'warning',
    'Whether a question is shown depends on one that the form asks further down.',
    (p) => `${p.place.vi}: câu hỏi hiện hay ẩn tuỳ theo “${p.field.vi}”, nhưng câu đó được hỏi ở phía sau; hãy đưa “${p.field.vi}” lên trước.`,
    (p) => `${p.place.en}: whether it is shown depends on “${p.field.en}”, which is asked further down; move that question up.`,
  ),
  label_is_id: lintCode<{ field: string }>(
    'warning',
    'A question is called by its id in one of the languages, so nobody has written yet what it asks.',
    (p) => `${p.place.vi}: nhãn chỉ là mã “${p.field}”; hãy ghi lời hỏi cho người điền.`,
    (p) => `${p.place.en}: its label is only the id “${p.field}”; write what people are asked.`,
  ),
} as const
