import type { Text } from '../../documents/text.ts'
import { lintCode } from './lint-code.ts'

/** What conditions can come to. */
export const conditionCodes = {
  condition_impossible: lintCode<{ sentence: Text }>(
    'warning',
    'A condition can never hold, whatever is answered: its parts contradict each other or the parameters of this release.',
    (p) => `${p.place.vi}: điều kiện “${p.sentence.vi}” không bao giờ đúng; hãy sửa giá trị hoặc bỏ điều kiện.`,
    (p) => `${p.place.en}: the condition “${p.sentence.en}” can never hold; correct its values or remove it.`,
  ),
  condition_always: lintCode<{ sentence: Text }>(
    'warning',
    'A condition holds whatever is answered, so it decides nothing.',
    (p) => `${p.place.vi}: điều kiện “${p.sentence.vi}” luôn đúng nên không có tác dụng; hãy sửa giá trị hoặc bỏ điều kiện.`,
    (p) => `${p.place.en}: the condition “${p.sentence.en}” always holds and decides nothing; correct its values or remove it.`,
  ),
  outside_limits: lintCode<{ sentence: Text; limits: Text; holds: boolean }>(
    'warning',
    'A comparison lies outside what its left side can be (limits of the question, a count below zero), so it always or never holds.',
    (p) => `${p.place.vi}: điều kiện “${p.sentence.vi}” ${p.holds ? 'luôn đúng' : 'không bao giờ đúng'} vì giá trị chỉ có thể ${p.limits.vi}; hãy sửa giá trị so sánh.`,
    (p) => `${p.place.en}: “${p.sentence.en}” ${p.holds ? 'always' : 'never'} holds, for the value can only be ${p.limits.en}; correct what it is compared with.`,
  ),
  codes_all_listed: lintCode<{ list: Text; holds: boolean }>(
    'warning',
    'A comparison lists every code of its list, so it only asks whether there is an answer at all.',
    (p) => `${p.place.vi}: đã liệt kê mọi mã của danh mục “${p.list.vi}” nên điều kiện ${p.holds ? 'luôn đúng' : 'không bao giờ đúng'} khi có câu trả lời; hãy bỏ bớt mã hoặc bỏ điều kiện.`,
    (p) => `${p.place.en}: every code of “${p.list.en}” is listed, so it ${p.holds ? 'always' : 'never'} holds once there is an answer; leave codes out or remove the condition.`,
  ),
  condition_redundant: lintCode<{ sentence: Text }>(
    'warning',
    'A condition adds nothing to those beside it in its group: they already imply it.',
    (p) => `${p.place.vi}: điều kiện “${p.sentence.vi}” không thêm gì so với các điều kiện khác trong nhóm; hãy bỏ điều kiện này hoặc sửa giá trị.`,
    (p) => `${p.place.en}: “${p.sentence.en}” adds nothing to the other conditions of its group; remove it or correct its value.`,
  ),
  not_equal_may_not_apply: lintCode<{ fact: Text }>(
    'warning',
    '“Is not” and “is none of” are false where the value does not apply; a rule that means “or does not apply” would miss those cases.',
    (p) => `${p.place.vi}: “${p.fact.vi}” có thể không áp dụng, khi đó phép so sánh “không phải” cho kết quả sai; hãy liệt kê các giá trị được tính (là, là một trong), hoặc xét riêng trường hợp không áp dụng.`,
    (p) => `${p.place.en}: “${p.fact.en}” may not apply, and then “is not” is false; list the values that count (is, is one of), or treat the case apart.`,
  ),
} as const
