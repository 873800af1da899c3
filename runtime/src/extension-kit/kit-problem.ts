import type { Text } from '../documents/text.ts'

type Words = Readonly<Record<string, string>>

const say = (vi: (p: Words) => string, en: (p: Words) => string) => (params: Words): Text => ({ vi: vi(params), en: en(params) })

/** Everything that keeps a package from being installed: what is missing or wrong, and what to do. */
const problems = {
  no_extension: say(
    (p) => `“${p.file}” không xuất “extension”; hãy viết \`export const extension = defineExtension({ … })\`.`,
    (p) => `“${p.file}” exports no “extension”; write \`export const extension = defineExtension({ … })\`.`,
  ),
  name_form: say(
    (p) => `Tên gói “${p.name}” chỉ được gồm chữ thường không dấu, chữ số và gạch nối; hãy đổi tên.`,
    (p) => `The package name “${p.name}” may only have small letters, digits and hyphens; change it.`,
  ),
  name_taken: say(
    (p) => `Tên gói “${p.name}” đã được một gói khác dùng; hãy đổi tên.`,
    (p) => `The package name “${p.name}” is taken by another package; change it.`,
  ),
  version_form: say(
    (p) => `Phiên bản “${p.version}” phải có dạng 1.0.0; hãy sửa.`,
    (p) => `The version “${p.version}” must look like 1.0.0; correct it.`,
  ),
  nothing_added: say(() => 'Gói không thêm gì; hãy thêm ít nhất một phép so sánh, một phép gộp hoặc một loại câu trả lời.', () => 'The package adds nothing; add at least one operator, aggregate or field kind.'),
  prefix: say(
    (p) => `“${p.name}” phải bắt đầu bằng tên gói: “${p.package}.…”; hãy đổi tên.`,
    (p) => `“${p.name}” must begin with the name of the package, “${p.package}.…”; change it.`,
  ),
  words: say(
    (p) => `${p.name}: thiếu ${p.part} bằng ${p.language === 'vi' ? 'tiếng Việt' : 'tiếng Anh'}; hãy viết.`,
    (p) => `${p.name}: ${p.part} has no words in ${p.language === 'vi' ? 'Vietnamese' : 'English'}; write them.`,
  ),
  part: say(
    (p) => `${p.name}: thiếu ${p.part}; hãy thêm.`,
    (p) => `${p.name}: ${p.part} is missing; add it.`,
  ),
  type: say(
    (p) => `${p.name}: “${p.type}” không phải là kiểu giá trị; các kiểu là ${p.types}.`,
    (p) => `${p.name}: “${p.type}” is no type of values; the types are ${p.types}.`,
  ),
  choice: say(
    (p) => `${p.name}: ${p.part} phải là một trong ${p.choices}; hãy sửa.`,
    (p) => `${p.name}: ${p.part} must be one of ${p.choices}; correct it.`,
  ),
  sentence: say(
    (p) => `${p.name}: câu không nhắc tới ${p.part}; người đọc sẽ không biết so sánh hay tính với gì. Hãy đưa vào câu.`,
    (p) => `${p.name}: its sentence leaves out ${p.part}, so that nobody can tell what it is about; put it in.`,
  ),
  sentence_gap: say(
    (p) => `${p.name}: câu bị hở khi bỏ điều kiện (“where”); hãy viết câu cho cả trường hợp không có điều kiện.`,
    (p) => `${p.name}: its sentence has a gap where the condition (“where”) is left out; say it without one, too.`,
  ),
  spelling: say(
    (p) => `${p.name}: cách viết “${p.words}” đã có nghĩa khác; hãy chọn từ khác.`,
    (p) => `${p.name}: “${p.words}” means something else already; choose other words.`,
  ),
  throws: say(
    (p) => `${p.name}: ${p.part} bị lỗi với ${p.values}: ${p.error}. Hãy sửa.`,
    (p) => `${p.name}: ${p.part} fails on ${p.values}: ${p.error}. Correct it.`,
  ),
  example: say(
    (p) => `${p.name}: ví dụ “${p.title}” cho ${p.found}, cần ${p.expected}; hãy sửa ví dụ hoặc phép tính.`,
    (p) => `${p.name}: the example “${p.titleEn}” gives ${p.found} where ${p.expected} is expected; correct one of the two.`,
  ),
  result_type: say(
    (p) => `${p.name}: với ${p.values} cho ${p.found}, nhưng “gives” là ${p.expected}; hãy sửa một trong hai.`,
    (p) => `${p.name}: gives ${p.found} of ${p.values}, and its “gives” says ${p.expected}; correct one of the two.`,
  ),
  examples_one_sided: say(
    (p) => `${p.name}: cần ít nhất một ví dụ đúng và một ví dụ sai; hãy thêm.`,
    (p) => `${p.name}: needs an example that holds and one that does not; add them.`,
  ),
  examples_alike: say(
    (p) => `${p.name}: mọi ví dụ cho cùng một kết quả; hãy thêm ví dụ cho kết quả khác.`,
    (p) => `${p.name}: all its examples come to the same; add one that comes to something else.`,
  ),
  indefinite: say(
    (p) => `${p.name}: biết hết các giá trị (${p.values}) mà vẫn không kết luận; hãy cho kết quả.`,
    (p) => `${p.name}: decides nothing though all is known (${p.values}); give a result.`,
  ),
  not_monotone: say(
    (p) => `${p.name}: kết luận ${p.found} khi còn thiếu thông tin (${p.values}), nhưng với ${p.example} thì khác. Chưa biết không phải là sai; hãy trả về “unknown”.`,
    (p) => `${p.name}: concludes ${p.found} while something is unknown (${p.values}), and ${p.example} says otherwise. Unknown is not false; answer “unknown”.`,
  ),
  base: say(
    (p) => `${p.name}: “${p.base}” không phải là loại mà gói có thể nói rõ thêm; các loại là ${p.bases}.`,
    (p) => `${p.name}: “${p.base}” is no kind that a package can say more about; the kinds are ${p.bases}.`,
  ),
  option: say(
    (p) => `${p.name}: tuỳ chọn “${p.option}” thiếu kiểu (boolean, number, choice), giới hạn, các lựa chọn hoặc giá trị mặc định hợp lệ; hãy bổ sung.`,
    (p) => `${p.name}: the option “${p.option}” lacks a type (boolean, number, choice), its limits or choices, or a default that is one of its values; add them.`,
  ),
  restriction: say(
    (p) => `${p.name}: “restrict” trả về ${p.keyword}; chỉ được dùng ${p.keywords}, mẫu phải bắt đầu bằng ^ và kết thúc bằng $.`,
    (p) => `${p.name}: “restrict” answers ${p.keyword}; it may use ${p.keywords}, and a pattern begins with ^ and ends with $.`,
  ),
  schema_differs: say(
    (p) => `${p.name}: với ${p.options}, máy chủ và trình duyệt đánh giá ${p.value} khác nhau; hãy viết “restrict” đơn giản hơn.`,
    (p) => `${p.name}: with ${p.options} server and browser judge ${p.value} differently; write “restrict” in a simpler way.`,
  ),
  kind_examples_one_sided: say(
    (p) => `${p.name}: cần ít nhất một ví dụ được nhận (written) và một ví dụ bị từ chối (refused); hãy thêm.`,
    (p) => `${p.name}: needs an example that is accepted (written) and one that is not (refused); add them.`,
  ),
  written: say(
    (p) => `${p.name}: “write” không viết gì cho ${p.value}; mọi giá trị đều phải hiện được. Hãy sửa.`,
    (p) => `${p.name}: “write” writes nothing for ${p.value}, and every value must be seen; correct it.`,
  ),
  parse: say(
    (p) => `${p.name}: “parse” đọc “${p.text}” thành ${p.found}, cần ${p.value}; hãy sửa để đọc lại được những gì đã viết.`,
    (p) => `${p.name}: “parse” reads “${p.text}” as ${p.found} where ${p.value} is meant; correct it, so that what is written is read back.`,
  ),
  explains_accepted: say(
    (p) => `${p.name}: “explain” nói “${p.found}” về ${p.value}, nhưng lược đồ nhận giá trị đó; chỉ “restrict” được từ chối. Hãy đưa điều kiện vào “restrict”.`,
    (p) => `${p.name}: “explain” says “${p.foundEn}” of ${p.value}, which the schema accepts; only “restrict” refuses. Put it there.`,
  ),
  designer_entry: say(
    (p) => `Gói thêm ${p.names} nhưng không có phần vẽ cho giao diện web; hãy thêm "./designer" vào “exports” của package.json và xuất “designerExtension”.`,
    (p) => `The package adds ${p.names} and draws nothing for the web application; add "./designer" to “exports” of package.json, and export “designerExtension”.`,
  ),
  designer_load: say(
    (p) => `Không nạp được phần vẽ của “${p.folders}”: ${p.error}. Hãy sửa tệp mà "./designer" chỉ tới.`,
    (p) => `What draws “${p.folders}” cannot be loaded: ${p.error}. Correct the file that "./designer" names.`,
  ),
  designer_unknown: say(
    (p) => `“designerExtension” vẽ “${p.name}” nhưng gói không thêm loại đó; hãy sửa tên hoặc bỏ đi.`,
    (p) => `“designerExtension” draws “${p.name}”, which the package does not add; correct the name or remove it.`,
  ),
  designer_part: say(
    (p) => `${p.name}: “designerExtension” thiếu ${p.part} (một thành phần React) cho loại này; hãy thêm.`,
    (p) => `${p.name}: “designerExtension” has no ${p.part} (a React component) for it; add it.`,
  ),
  widget_state: say(
    (p) => `${p.name}: Widget không thể hiện “${p.state}”; hãy xem bảng trong tài liệu và thể hiện trên các ô nhập.`,
    (p) => `${p.name}: its Widget does not show “${p.state}”; see the table of the guide, and show it at the inputs.`,
  ),
  widget_value: say(
    (p) => `${p.name}: Widget không hiện câu trả lời ${p.value}; hãy hiện giá trị được đưa vào.`,
    (p) => `${p.name}: its Widget does not show the answer ${p.value}; show the value that is handed to it.`,
  ),
  editor_option: say(
    (p) => `${p.name}: Editor không cho thấy tuỳ chọn “${p.option}”; hãy thêm ô cho tuỳ chọn đó.`,
    (p) => `${p.name}: its Editor does not show the option “${p.option}”; add a field for it.`,
  ),
  editor_words: say(
    (p) => `${p.name}: Editor viết giống nhau ở hai thứ tiếng; hãy dịch theo “language”.`,
    (p) => `${p.name}: its Editor has the same words in both languages; write them by “language”.`,
  ),
  editor_disabled: say(
    (p) => `${p.name}: Editor vẫn sửa được khi “disabled”; hãy khoá các ô.`,
    (p) => `${p.name}: its Editor can be changed though it is “disabled”; lock its fields.`,
  ),
  plan_differs: say(
    (p) => `${p.name}: dạng chạy hàng loạt khác định nghĩa ở ${p.values}: ${p.found} thay vì ${p.expected}; hãy sửa “plan”.`,
    (p) => `${p.name}: its form for many households differs from its meaning on ${p.values}: ${p.found} instead of ${p.expected}; correct “plan”.`,
  ),
  plan_refuses: say(
    (p) => `${p.name}: dạng chạy hàng loạt không dựng được (${p.error}); hãy dựng từ các phép có sẵn.`,
    (p) => `${p.name}: its form for many households cannot be built (${p.error}); build it of the forms that are there.`,
  ),
} as const

export type KitCode = keyof typeof problems

/** One thing that keeps a package from being installed. */
export interface KitProblem {
  readonly code: KitCode
  readonly message: Text
}

export const kitProblem = (code: KitCode, params: Words = {}): KitProblem => ({ code, message: problems[code](params) })
