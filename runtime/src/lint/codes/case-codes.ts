import type { Text } from '../../documents/text.ts'
import { formatDate } from '../../values/format.ts'
import { lintCode } from './lint-code.ts'

/** Worked cases. */
export const caseCodes = {
  case_expects_nothing: lintCode(
    'error',
    'A case says nothing of what must come out, so it tests nothing.',
    (p) => `${p.place.vi}: chưa ghi kết quả mong đợi; hãy ghi ít nhất một kết quả phải có, hoặc xoá ca.`,
    (p) => `${p.place.en}: nothing is expected of it; say at least one result that must come out, or remove the case.`,
  ),
  case_value: lintCode<{ name: Text; value: string }>(
    'error',
    'A case expects a value that the result can never have: no code of its list, or the wrong type.',
    (p) => `${p.place.vi}: “${p.name.vi}” không thể có giá trị “${p.value}”; hãy ghi một giá trị của kết quả này, hoặc “undetermined” (chưa kết luận).`,
    (p) => `${p.place.en}: “${p.name.en}” can never be “${p.value}”; write one of its values, or “undetermined” where nothing may be concluded.`,
  ),
  case_assume_unknown: lintCode<{ name: string }>(
    'error',
    'A case puts something in place that does not exist, so nothing would be replaced.',
    (p) => `${p.place.vi}: không có nội dung nào tên “${p.name}” để giả định; hãy ghi “chương_trình.nội_dung” hoặc “chương_trình.bộ.quy_tắc”.`,
    (p) => `${p.place.en}: nothing is named “${p.name}” to be assumed; write “programme.piece” or “programme.set.rule”.`,
  ),
  case_outside_period: lintCode<{ day: string }>(
    'warning',
    'A case is dated on a day on which the release is not in force.',
    (p) => `${p.place.vi}: ngày xét ${formatDate(p.day)} nằm ngoài thời gian hiệu lực của bản quy định; hãy sửa ngày.`,
    (p) => `${p.place.en}: its day ${formatDate(p.day)} lies outside the days of the release; correct it.`,
  ),
  outcome_without_case: lintCode(
    'warning',
    'No case of the release says what an outcome or entitlement must come to.',
    (p) => `${p.place.vi}: chưa có ca kiểm thử nào nêu kết quả phải có; hãy thêm ít nhất một ca.`,
    (p) => `${p.place.en}: no case says what it must come to; add at least one.`,
  ),
} as const
