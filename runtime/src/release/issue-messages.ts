import { beyond } from '../limits/limit-words.ts'
import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import { kindWords, operatorWords, typeWords } from './type-words.ts'

type Params = Readonly<Record<string, unknown>>

const say = (vi: (p: Params) => string, en: (p: Params) => string) => (params: Params): Text => ({ vi: vi(params), en: en(params) })

/** What an aggregate of a package takes. */
const partsTaken = (takes: unknown): Text => {
  if (takes === 'where?') return { vi: 'chỉ nhận điều kiện (“where”), có thể bỏ trống', en: 'takes a condition (“where”) alone, which may be left out' }
  if (takes === 'where') return { vi: 'cần điều kiện (“where”) và không nhận gì khác', en: 'needs a condition (“where”) and takes nothing else' }
  return { vi: 'cần giá trị của từng đối tượng (“value”), có thể thêm điều kiện (“where”)', en: 'needs what is taken of each (“value”), and may have a condition (“where”)' }
}

/** Every problem a release can have when it is loaded or saved: what is wrong, where, and what to do. */
const releaseIssues = {
  duplicate_id: say(
    (p) => `Mã “${p.id}” được dùng cho hai nội dung khác nhau; hãy đặt mã khác cho một trong hai.`,
    (p) => `The id “${p.id}” is used twice; give one of the two another id.`,
  ),
  reserved_id: say(
    (p) => `“${p.id}” là tên dành cho quyết định trước đây; hãy đặt mã khác.`,
    (p) => `“${p.id}” is a name kept for earlier decisions; choose another id.`,
  ),
  unknown_fact: say(
    (p) => `Không có trường, dữ kiện, bảng hay kết quả nào tên “${p.fact}”; hãy sửa tên hoặc thêm vào từ điển.`,
    (p) => `No field, fact, table or outcome is named “${p.fact}”; correct the name or add it.`,
  ),
  unknown_parameter: say(
    (p) => `Không có tham số “${p.parameter}”; hãy sửa tên hoặc thêm tham số.`,
    (p) => `There is no parameter “${p.parameter}”; correct the name or add the parameter.`,
  ),
  unknown_condition: say(
    (p) => `Không có điều kiện tên “${p.condition}”; hãy sửa tên hoặc thêm điều kiện.`,
    (p) => `No condition is named “${p.condition}”; correct the name or add it.`,
  ),
  unknown_rules: say(
    (p) => `Không có nhóm quy tắc “${p.rules}”; hãy sửa tên.`,
    (p) => `There is no rule set “${p.rules}”; correct the name.`,
  ),
  unknown_list: say(
    (p) => `Không có danh mục “${p.list}”; hãy sửa tên hoặc thêm danh mục.`,
    (p) => `There is no code list “${p.list}”; correct the name or add the list.`,
  ),
  unknown_code: say(
    (p) => `Danh mục “${p.list}” không có mã “${p.code}”; hãy chọn một mã trong danh mục.`,
    (p) => `The code list “${p.list}” has no code “${p.code}”; choose one of its codes.`,
  ),
  unknown_output: say(
    (p) => `Bảng “${p.table}” không có cột kết quả “${p.output}”; hãy nêu một cột kết quả của bảng.`,
    (p) => `Table “${p.table}” has no result column “${p.output}”; name one of its result columns.`,
  ),
  member_read_of_household: say(
    (p) => `“${p.fact}” là của từng thành viên, không đọc trực tiếp được cho hộ; hãy đếm hoặc tổng hợp các thành viên.`,
    (p) => `“${p.fact}” belongs to each member and cannot be read of the household; count or aggregate the members.`,
  ),
  cycle: say(
    (p) => `Các nội dung phụ thuộc vòng tròn: ${p.path}; hãy bỏ một liên hệ trong vòng.`,
    (p) => `These depend on each other in a circle: ${p.path}; remove one of the links.`,
  ),
  chain_too_long: say(
    (p) => `“${p.id}”: ${beyond('chain', Number(p.found)).vi}`,
    (p) => `“${p.id}”: ${beyond('chain', Number(p.found)).en}`,
  ),
  condition_too_large: say(
    (p) => `Điều kiện, kể cả các điều kiện có tên trong đó: ${beyond('comparisons', Number(p.found)).vi}`,
    (p) => `The condition, with the named conditions it uses: ${beyond('comparisons', Number(p.found)).en}`,
  ),
  condition_too_deep: say(
    (p) => `Điều kiện, kể cả các điều kiện có tên trong đó: ${beyond('condition_depth', Number(p.found)).vi}`,
    (p) => `The condition, with the named conditions it uses: ${beyond('condition_depth', Number(p.found)).en}`,
  ),
  row_length: say(
    (p) => `Dòng “${p.row}” có ${p.actual} ô, bảng cần ${p.expected}; hãy thêm hoặc bỏ ô.`,
    (p) => `Row “${p.row}” has ${p.actual} cells where the table needs ${p.expected}; add or remove cells.`,
  ),
  is_known_of_fact: say(
    (p) => `Trong quy tắc chỉ được hỏi “đã xác định” cho tham số, không cho “${p.fact}”; hãy bỏ điều kiện này.`,
    (p) => `In logic “is established” may ask about parameters only, not “${p.fact}”; remove the comparison.`,
  ),
  operator_type: say(
    (p) => `Không so sánh được “${p.fact}” (${typeWords(p.type).vi}) bằng phép “${operatorWords(p.operator).vi}”; hãy chọn phép so sánh khác.`,
    (p) => `“${p.fact}” (${typeWords(p.type).en}) cannot be compared by “${operatorWords(p.operator).en}”; choose another operator.`,
  ),
  value_type: say(
    (p) => `“${p.fact}” là ${typeWords(p.type).vi}, không so sánh được với ${JSON.stringify(p.value)}; hãy nhập giá trị đúng kiểu.`,
    (p) => `“${p.fact}” is a ${typeWords(p.type).en} and cannot be compared with ${JSON.stringify(p.value)}; give a value of that type.`,
  ),
  result_type: say(
    (p) => `Bảng “${p.table}” gộp kết quả của các dòng nên kết quả phải là ${typeWords(p.expected).vi}, ô này là ${typeWords(p.type).vi}; hãy sửa ô hoặc chọn cách chọn dòng khác.`,
    (p) => `Table “${p.table}” puts the results of its rows together, so they must be ${typeWords(p.expected).en}, and this one is ${typeWords(p.type).en}; correct it or choose rows in another way.`,
  ),
  parameter_by: say(
    (p) => `Tham số “${p.parameter}” tra theo “${p.field}”, nhưng đó không phải là trường có danh mục; hãy chọn trường chọn một mã.`,
    (p) => `Parameter “${p.parameter}” is looked up by “${p.field}”, which is no field with a code list; choose a field of one code.`,
  ),
  parameter_value_missing: say(
    (p) => `Tham số “${p.parameter}” chưa có giá trị cho mã “${p.code}”; hãy nhập giá trị cho mọi mã của danh mục.`,
    (p) => `Parameter “${p.parameter}” has no value for the code “${p.code}”; give a value for every code of the list.`,
  ),
  parameter_key: say(
    (p) => `Tham số “${p.parameter}” không có khoá “${p.key}”; hãy dùng trường tra và mã của tham số đó.`,
    (p) => `Parameter “${p.parameter}” has no key “${p.key}”; use the field it is looked up by and one of its codes.`,
  ),
  parameter_overridable: say(
    (p) => `Tham số “${p.parameter}” chỉ cho địa phương ${p.overridable === 'raise' ? 'nâng lên' : 'hạ xuống'} nhưng có giá trị ${JSON.stringify(p.value)} không phải là số; hãy ghi “true” hoặc bỏ quyền điều chỉnh.`,
    (p) => `Parameter “${p.parameter}” may only be ${p.overridable === 'raise' ? 'raised' : 'lowered'} locally, but its value ${JSON.stringify(p.value)} is no number; write “true”, or do not allow local changes.`,
  ),
  field_limits: say(
    (p) => `Câu hỏi “${p.field}” có mức nhỏ nhất lớn hơn mức lớn nhất; hãy sửa một trong hai.`,
    (p) => `The question “${p.field}” has a least value above its greatest; correct one of the two.`,
  ),
  field_place: say(
    (p) => `Câu hỏi “${p.field}” không thuộc phần này của biểu mẫu; hãy chuyển về đúng phần (hộ hoặc thành viên).`,
    (p) => `The question “${p.field}” does not belong in this part of the form; move it to its own part (household or members).`,
  ),
  field_twice: say(
    (p) => `Câu hỏi “${p.field}” xuất hiện hai lần trong biểu mẫu; hãy bỏ một lần.`,
    (p) => `The question “${p.field}” stands twice in the form; remove one of them.`,
  ),
  extension_missing: say(
    (p) => `Bản này dùng ${p.name === p.package ? '' : `“${p.name}” của `}gói mở rộng “${p.package}”, nhưng gói đó chưa được cài ở đây; hãy cài gói, hoặc bỏ nội dung này.`,
    (p) => `This uses ${p.name === p.package ? '' : `“${p.name}” of `}the package “${p.package}”, which is not installed here; install the package, or remove what uses it.`,
  ),
  extension_name: say(
    (p) => `Gói mở rộng “${p.package}” ${p.version} không có “${p.name}”; hãy sửa tên, hoặc cài phiên bản có tên đó.`,
    (p) => `The package “${p.package}” ${p.version} has no “${p.name}”; correct the name, or install a version that has it.`,
  ),
  extension_version: say(
    (p) => `Bản này được viết cho gói mở rộng “${p.package}” ${p.version}, ở đây đang cài ${p.installed}; hãy cài phiên bản phù hợp.`,
    (p) => `This was written for version ${p.version} of the package “${p.package}”, and ${p.installed} is installed here; install a version that serves it.`,
  ),
  extension_unsaid: say(
    (p) => `Bản này dùng gói mở rộng “${p.package}” mà không khai báo; hãy thêm “"${p.package}": "${p.version}"” vào “extensions”.`,
    (p) => `This uses the package “${p.package}” without saying so; add “"${p.package}": "${p.version}"” to “extensions”.`,
  ),
  kind_type: say(
    (p) => `Câu hỏi “${p.field}” không có kiểu của loại “${p.kind}”, loại đó dành cho ${kindWords(p.base).vi}; hãy đổi kiểu, hoặc bỏ “x-kind”.`,
    (p) => `The question “${p.field}” is not of the type of the kind “${p.kind}”, which is for ${kindWords(p.base).en}; change the type, or remove “x-kind”.`,
  ),
  kind_option: say(
    (p) => `Câu hỏi “${p.field}”: loại “${p.kind}” không có tuỳ chọn “${p.option}” với giá trị ${JSON.stringify(p.value)}; hãy sửa theo tài liệu của gói.`,
    (p) => `The question “${p.field}”: the kind “${p.kind}” has no option “${p.option}” of the value ${JSON.stringify(p.value)}; correct it as the package describes.`,
  ),
  aggregate_parts: say(
    (p) => `“${p.name}” ${partsTaken(p.takes).vi}; hãy sửa cho đúng.`,
    (p) => `“${p.name}” ${partsTaken(p.takes).en}; correct it.`,
  ),
  roster_twice: say(
    () => 'Biểu mẫu có hai phần ghi thành viên; hãy gộp các câu hỏi về thành viên vào một phần.',
    () => 'The form has two parts for the members; bring the questions about members together in one.',
  ),
} as const

export type ReleaseIssueCode = keyof typeof releaseIssues

/** Codes of `checkRelease`, for documentation and tests. */
export const releaseIssueCodes = Object.keys(releaseIssues) as readonly ReleaseIssueCode[]

/** A problem of a release, an error. */
export const releaseIssue = (code: ReleaseIssueCode, path: readonly (string | number)[], params: Params): Issue => ({
  code,
  severity: 'error',
  path,
  params,
  message: releaseIssues[code](params),
})
