import type { Text } from '../../documents/text.ts'
import { formatDate } from '../../values/format.ts'
import { lintCode } from './lint-code.ts'

/** The law behind the rules: citations, certainty, numbers. */
export const lawCodes = {
  citation_missing: lintCode(
    'warning',
    'A rule, a row or the value of a parameter neither cites the law nor says in a note why there is no citation.',
    (p) => `${p.place.vi}: chưa nêu căn cứ pháp lý; hãy ghi văn bản, điều khoản, hoặc ghi chú vì sao chưa có căn cứ.`,
    (p) => `${p.place.en}: no legal source is cited; name document and article, or note why there is none.`,
  ),
  citation_only_noted: lintCode(
    'warning',
    'Where every part is to name its article: a note stands in place of the citation, and nothing says whether the content is known, assumed or open.',
    (p) => `${p.place.vi}: chỉ có ghi chú thay cho căn cứ pháp lý; hãy dẫn văn bản, điều khoản, hoặc ghi mức độ chắc chắn (đã biết, tạm tính, chưa xác định).`,
    (p) => `${p.place.en}: a note stands in place of a citation; cite document and article, or say how certain this is (known, assumed, open).`,
  ),
  known_value: lintCode(
    'notice',
    'Where every part is to name its article: content that is common knowledge of the field and was not compared with a text.',
    (p) => `${p.place.vi}: nội dung được biết chung trong ngành, chưa đối chiếu với văn bản; hãy đối chiếu và ghi căn cứ.`,
    (p) => `${p.place.en}: this is common knowledge and was not compared with a text; compare it and cite the article.`,
  ),
  legal_basis_missing: lintCode(
    'warning',
    'A release names no document of the law it rests on.',
    (p) => `${p.place.vi}: chưa nêu văn bản làm căn cứ pháp lý; hãy thêm ít nhất một văn bản.`,
    (p) => `${p.place.en}: no document is named as its legal basis; add at least one.`,
  ),
  basis_not_covering: lintCode<{ document: string }>(
    'warning',
    'A document is cited as law in force but is not part of the legal basis of the release. Assumed values may cite earlier law.',
    (p) => `${p.place.vi}: dẫn chiếu ${p.document} nhưng văn bản này không có trong căn cứ pháp lý của bản quy định; hãy bổ sung vào căn cứ, sửa dẫn chiếu, hoặc ghi rõ đây là giá trị tạm tính.`,
    (p) => `${p.place.en}: it cites ${p.document}, which is not in the legal basis of the release; add it there, correct the citation, or mark the content as assumed.`,
  ),
  open_without_note: lintCode(
    'warning',
    'A value or rule is open in the law, and nothing says what was looked for and not found.',
    (p) => `${p.place.vi}: nội dung chưa xác định được trong văn bản nhưng chưa có ghi chú; hãy ghi đã tìm ở đâu và còn thiếu gì.`,
    (p) => `${p.place.en}: it is open in the law without a note; write what was looked for and what is missing.`,
  ),
  confirmed_missing: lintCode(
    'warning',
    'A value is said to have been seen in a source, but not on which day a person compared it.',
    (p) => `${p.place.vi}: giá trị ghi là đã đối chiếu văn bản nhưng chưa có ngày đối chiếu; hãy đối chiếu và ghi ngày.`,
    (p) => `${p.place.en}: the value is marked as seen, but without the day it was compared with the text; compare it and enter the day.`,
  ),
  confirmed_old: lintCode<{ day: string }>(
    'notice',
    'The value was compared with the text long ago (two years unless said otherwise); the law may have changed since.',
    (p) => `${p.place.vi}: lần đối chiếu văn bản gần nhất đã lâu (${formatDate(p.day)}); hãy đối chiếu lại, hoặc xác nhận giá trị vẫn đúng.`,
    (p) => `${p.place.en}: it was last compared with the text long ago (${formatDate(p.day)}); compare it again, or acknowledge that it still stands.`,
  ),
  confirmed_future: lintCode<{ day: string }>(
    'warning',
    'The day of comparison with the text lies in the future.',
    (p) => `${p.place.vi}: ngày đối chiếu ${formatDate(p.day)} ở sau ngày hôm nay; hãy sửa ngày.`,
    (p) => `${p.place.en}: the day of comparison ${formatDate(p.day)} is in the future; correct it.`,
  ),
  open_value: lintCode(
    'notice',
    'The law as far as established gives no value or wording; whatever reads it stays undetermined or rests on judgement.',
    (p) => `${p.place.vi}: văn bản chưa xác định nội dung này nên kết quả dựa vào đây chưa chắc chắn; hãy bổ sung khi có văn bản, hoặc xác nhận trước khi ban hành.`,
    (p) => `${p.place.en}: the law does not establish this yet, so results that rest on it are not certain; add it once it is known, or acknowledge it before publishing.`,
  ),
  assumed_value: lintCode(
    'notice',
    'An assumption is used in place of the law’s words, and every result that rests on it says so.',
    (p) => `${p.place.vi}: nội dung đang tạm tính, chưa đối chiếu với văn bản; hãy đối chiếu, hoặc xác nhận trước khi ban hành.`,
    (p) => `${p.place.en}: this is assumed and not compared with the law; compare it, or acknowledge it before publishing.`,
  ),
  number_in_rule: lintCode<{ value: Text }>(
    'warning',
    'A number or day of the law stands in a condition, cell or calculation instead of a parameter with unit, citation and certainty. Zero, one of something counted, one as a whole, steps of rounding and factors between units (12, 100, 1,000 …) are no law.',
    (p) => `${p.place.vi}: giá trị ${p.value.vi} ghi thẳng trong quy tắc; hãy đưa thành tham số có đơn vị và căn cứ.`,
    (p) => `${p.place.en}: ${p.value.en} is written straight into the rule; make it a parameter with unit and citation.`,
  ),
  overridable_open: lintCode(
    'notice',
    'A parameter may only be raised or lowered locally, but the national value to compare with is open.',
    (p) => `${p.place.vi}: địa phương chỉ được nâng hoặc hạ nhưng giá trị chung chưa xác định nên không có mức để so sánh; hãy bổ sung giá trị, hoặc xác nhận.`,
    (p) => `${p.place.en}: it may only be raised or lowered locally, but the national value is open, so there is nothing to compare with; add the value, or acknowledge it.`,
  ),
  code_not_in_force: lintCode<{ code: string; list: Text; from: string; to: string }>(
    'warning',
    'A rule uses a code of a list that is not valid on every day of the release.',
    (p) => `${p.place.vi}: mã “${p.code}” của danh mục “${p.list.vi}” chỉ có hiệu lực từ ${p.from} đến ${p.to}, không trùm thời gian hiệu lực của bản quy định; hãy thay mã hoặc sửa thời gian.`,
    (p) => `${p.place.en}: the code “${p.code}” of the list “${p.list.en}” is valid only from ${p.from} to ${p.to}, not on every day of the release; replace it or correct the days.`,
  ),
} as const
