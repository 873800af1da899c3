import type { Text } from '../../documents/text.ts'
import { lintCode } from './lint-code.ts'

/** Types of values, and the code lists they come from. */
export const typeCodes = {
  value_unwritten: lintCode(
    'error',
    'A comparison, calculation or result is left without its value: an empty text stands in its place.',
    (p) => `${p.place.vi}: chưa ghi giá trị; hãy nhập hoặc chọn giá trị.`,
    (p) => `${p.place.en}: the value is not written yet; type or choose one.`,
  ),
  expression_type: lintCode<{ type: Text; expected: Text }>(
    'error',
    'An operand of a calculation is of the wrong type, so the result would never be known.',
    (p) => `${p.place.vi}: phép tính cần ${p.expected.vi} nhưng giá trị ở đây là ${p.type.vi}; hãy chọn giá trị đúng kiểu.`,
    (p) => `${p.place.en}: the calculation needs a ${p.expected.en}, and this is ${p.type.en}; choose a value of that type.`,
  ),
  branch_types: lintCode<{ type: Text; expected: Text }>(
    'error',
    'The two branches of a choice give values of different types.',
    (p) => `${p.place.vi}: nhánh “nếu đúng” cho ${p.expected.vi}, nhánh “nếu không” cho ${p.type.vi}; hãy sửa để hai nhánh cùng kiểu.`,
    (p) => `${p.place.en}: one branch gives ${p.expected.en}, the other ${p.type.en}; make both of one type.`,
  ),
  then_types: lintCode<{ type: Text; expected: Text }>(
    'error',
    'Results in one column of a table are of different types; comparisons would go by the first.',
    (p) => `${p.place.vi}: kết quả ở đây là ${p.type.vi}, các dòng trên cho ${p.expected.vi}; hãy sửa để cả cột cùng kiểu.`,
    (p) => `${p.place.en}: this result is ${p.type.en}, those above are ${p.expected.en}; make the whole column one type.`,
  ),
  parameter_types: lintCode<{ code: string; type: Text; expected: Text }>(
    'error',
    'The values of a parameter are of different types for different codes.',
    (p) => `${p.place.vi}: giá trị cho mã “${p.code}” là ${p.type.vi}, các mã khác là ${p.expected.vi}; hãy sửa cho cùng kiểu.`,
    (p) => `${p.place.en}: the value for the code “${p.code}” is ${p.type.en}, the others are ${p.expected.en}; make them one type.`,
  ),
  code_outside_list: lintCode<{ code: string; list: Text }>(
    'error',
    'A result, or a parameter compared with a code, is no code of the list it belongs to.',
    (p) => `${p.place.vi}: “${p.code}” không phải là mã của danh mục “${p.list.vi}”; hãy chọn một mã trong danh mục.`,
    (p) => `${p.place.en}: “${p.code}” is no code of the list “${p.list.en}”; choose one of its codes.`,
  ),
  lists_differ: lintCode<{ left: Text; right: Text }>(
    'warning',
    'Codes of two different lists are compared with each other.',
    (p) => `${p.place.vi}: so sánh mã của danh mục “${p.left.vi}” với mã của danh mục “${p.right.vi}”; hãy so sánh hai nội dung cùng danh mục.`,
    (p) => `${p.place.en}: codes of the list “${p.left.en}” are compared with codes of “${p.right.en}”; compare things of one list.`,
  ),
  list_type: lintCode<{ list: Text; type: Text }>(
    'error',
    'Something with a code list has values that cannot be codes.',
    (p) => `${p.place.vi}: giá trị là ${p.type.vi} nên không thể là mã của danh mục “${p.list.vi}”; hãy bỏ danh mục hoặc sửa giá trị.`,
    (p) => `${p.place.en}: its values are ${p.type.en} and cannot be codes of the list “${p.list.en}”; remove the list or correct the values.`,
  ),
  outcome_without_list: lintCode(
    'warning',
    'An outcome of codes names no code list, so people would read bare codes.',
    (p) => `${p.place.vi}: kết quả là mã nhưng chưa có danh mục nên sẽ hiện mã thay cho tên gọi; hãy chọn danh mục của kết quả.`,
    (p) => `${p.place.en}: it gives codes but names no code list, so bare codes would be shown; choose its code list.`,
  ),
} as const
