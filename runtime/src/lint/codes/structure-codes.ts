import type { Text } from '../../documents/text.ts'
import { formatDate } from '../../values/format.ts'
import { lintCode } from './lint-code.ts'

/** The build of the documents, whatever they say. */
export const structureCodes = {
  duplicate_part_id: lintCode<{ id: string }>(
    'error',
    'Two comparisons, rows, sections, checks or cases carry one id, so differences, overlays and reasons given would hit the wrong one.',
    (p) => `${p.place.vi}: mã “${p.id}” đã dùng ở chỗ khác trong bản quy định; hãy tạo mã mới cho phần này.`,
    (p) => `${p.place.en}: the id “${p.id}” is used elsewhere in the release; give this part a new one.`,
  ),
  empty_group: lintCode(
    'error',
    'A group of conditions holds none; an empty group would always count as met.',
    (p) => `${p.place.vi}: nhóm điều kiện chưa có điều kiện nào; hãy thêm điều kiện hoặc bỏ nhóm.`,
    (p) => `${p.place.en}: the group has no condition; add one or remove the group.`,
  ),
  rows_identical: lintCode<{ row: number }>(
    'warning',
    'Two rows of a table have the same cells and the same results.',
    (p) => `${p.place.vi}: dòng này giống hệt dòng ${p.row}; hãy bỏ một dòng hoặc sửa lại.`,
    (p) => `${p.place.en}: this row is the same as row ${p.row}; remove one of them or correct it.`,
  ),
  rules_identical: lintCode<{ other: Text }>(
    'warning',
    'Two rules of a set have the same conditions, so they count twice.',
    (p) => `${p.place.vi}: điều kiện giống hệt quy tắc “${p.other.vi}” nên được tính hai lần; hãy bỏ một quy tắc hoặc sửa điều kiện.`,
    (p) => `${p.place.en}: the conditions are those of rule “${p.other.en}”, so both count; remove one of the rules or correct its conditions.`,
  ),
  duplicate_output: lintCode<{ output: string }>(
    'error',
    'Two result columns of a table have one name; only the first would be read.',
    (p) => `${p.place.vi}: hai cột kết quả cùng tên “${p.output}”; hãy đặt tên khác cho một cột.`,
    (p) => `${p.place.en}: two result columns are named “${p.output}”; rename one of them.`,
  ),
  duplicate_code: lintCode<{ code: string }>(
    'error',
    'A code list has one code twice for the same days.',
    (p) => `${p.place.vi}: mã “${p.code}” xuất hiện hai lần trong cùng thời gian hiệu lực; hãy bỏ một lần hoặc sửa thời gian.`,
    (p) => `${p.place.en}: the code “${p.code}” stands twice for the same days; remove one or correct its days.`,
  ),
  period_reversed: lintCode<{ from: string; to: string }>(
    'error',
    'A span of days ends before it begins.',
    (p) => `${p.place.vi}: ngày kết thúc ${formatDate(p.to)} trước ngày bắt đầu ${formatDate(p.from)}; hãy sửa một trong hai ngày.`,
    (p) => `${p.place.en}: the last day ${formatDate(p.to)} is before the first day ${formatDate(p.from)}; correct one of the two.`,
  ),
  day_unknown: lintCode<{ day: string }>(
    'error',
    'Something written like a date is no day of the calendar, such as 30 February.',
    (p) => `${p.place.vi}: “${p.day}” không phải là một ngày có thật; hãy sửa ngày.`,
    (p) => `${p.place.en}: “${p.day}” is no day of the calendar; correct it.`,
  ),
  number_digits: lintCode<{ number: number }>(
    'error',
    'A number has more than 15 significant digits or is larger than the product keeps exactly.',
    (p) => `${p.place.vi}: số ${p.number} quá lớn hoặc có quá 15 chữ số có nghĩa nên không giữ được chính xác; hãy ghi số ngắn hơn.`,
    (p) => `${p.place.en}: ${p.number} is too large or has more than 15 significant digits and cannot be kept exactly; write a shorter number.`,
  ),
  operand_count: lintCode<{ operator: Text; expected: Text }>(
    'error',
    'A comparison has too few or too many values on its right, so some would be passed over.',
    (p) => `${p.place.vi}: phép so sánh “${p.operator.vi}” cần ${p.expected.vi}; hãy thêm hoặc bỏ giá trị.`,
    (p) => `${p.place.en}: the comparison “${p.operator.en}” needs ${p.expected.en}; add or remove values.`,
  ),
  operand_repeated: lintCode<{ value: Text }>(
    'warning',
    'A value stands twice in one list of a comparison.',
    (p) => `${p.place.vi}: giá trị “${p.value.vi}” được liệt kê hai lần; hãy bỏ một lần, hoặc thay bằng giá trị định ghi.`,
    (p) => `${p.place.en}: “${p.value.en}” is listed twice; remove one, or write the value that was meant.`,
  ),
  entitlement_bound: lintCode(
    'warning',
    'An entitlement says how a level or an amount is meant (“at least”, “at most”), but has none that this could be said of.',
    (p) => `${p.place.vi}: có ghi cách hiểu “ít nhất”, “nhiều nhất” hoặc “đúng bằng” cho mức hưởng hay số tiền chưa có; hãy ghi mức hưởng, số tiền, hoặc bỏ cách hiểu này.`,
    (p) => `${p.place.en}: it says “at least”, “at most” or “exactly” of a level or an amount that it does not have; add that, or leave it out.`,
  ),
  entitlement_level_bound: lintCode(
    'warning',
    'An entitlement with a level and an amount says “at least” or “at most” of the amount, and of the level nothing; it is then read as said of both.',
    (p) => `${p.place.vi}: ghi “ít nhất” hoặc “nhiều nhất” nhưng không nêu riêng cho mức hưởng, nên được hiểu là cho cả hai; hãy nêu rõ mức hưởng là đúng bằng, ít nhất hay nhiều nhất.`,
    (p) => `${p.place.en}: it says “at least” or “at most” and nothing of the level, so it is read as said of both; say whether the level is exact, at least or at most.`,
  ),
  entitlement_period: lintCode<{ unit: Text; every: Text }>(
    'warning',
    'The amount of an entitlement is per one span of time (month, quarter, year), and it is given per another.',
    (p) => `${p.place.vi}: số tiền tính theo “${p.unit.vi}” nhưng chi trả ${p.every.vi}; hãy sửa đơn vị hoặc kỳ chi trả.`,
    (p) => `${p.place.en}: the amount is in “${p.unit.en}”, but it is given ${p.every.en}; correct the unit or the period.`,
  ),
  release_without_outcome: lintCode(
    'warning',
    'A release of a programme decides nothing: it has neither outcome nor entitlement.',
    (p) => `${p.place.vi}: chưa có kết quả hay quyền lợi nào để kết luận; hãy thêm một kết quả và chỉ ra nội dung cho kết quả đó.`,
    (p) => `${p.place.en}: there is neither outcome nor entitlement, so nothing is decided; add one and say where it comes from.`,
  ),
} as const
