import type { Text } from '../../documents/text.ts'
import type { Cell, Path } from './cell.ts'

const say = (vi: string, en: string): Text => ({ vi, en })

const conditional = say('là điều kiện đổi câu hỏi theo câu trả lời; hãy đặt lại bằng điều kiện hiển thị hoặc kiểm tra của biểu mẫu.', 'changes questions with the answers; set it again as a visible condition or a check of the form.')
const combined = say('ghép nhiều lược đồ cho một chỗ; mỗi câu hỏi ở đây chỉ có một kiểu, hãy chọn một và sửa câu hỏi.', 'joins several schemas in one place; a question here has one type, so choose one and correct the question.')
const judged = say('là ràng buộc chưa có cho câu hỏi; hãy đặt thành kiểm tra của biểu mẫu nếu cần.', 'is a constraint questions do not have; make it a check of the form where it is needed.')
const counted = say('giới hạn số lượng, chưa có cho câu hỏi hay phần thành viên; hãy đặt thành kiểm tra của biểu mẫu nếu cần.', 'limits how many there may be, which neither questions nor the members part have; make it a check of the form where it is needed.')
const open = say('nói về câu trả lời ngoài các câu hỏi; ở đây chỉ nhận câu trả lời của câu hỏi đã khai nên không cần làm gì.', 'speaks of answers beside the questions; only answers to questions are taken here, so there is nothing to do.')
const shown = say('là cách trình bày của phần mềm khác; biểu mẫu ở đây tự trình bày, không cần làm gì.', 'is how another program shows it; forms here have their own look, so there is nothing to do.')
const named = say('là tên gọi hoặc ghi chú của tệp, không thuộc biểu mẫu; không cần làm gì.', 'names or annotates the file and is no part of the form; there is nothing to do.')
const state = say('cho biết khi nào không sửa được; biểu mẫu ở đây không có, hãy dùng điều kiện hiển thị nếu cần.', 'says when an answer cannot be changed, which forms here do not have; use a visible condition where it is needed.')
const started = say('là câu trả lời có sẵn; ở đây không điền thay người dùng, hãy dùng “lấy từ sổ hộ” nếu có trong sổ.', 'is an answer given in advance; nothing is answered for people here, so let it be taken over from the register where that has it.')
const extent = say('là giới hạn không dùng được cho kiểu câu hỏi này; hãy kiểm tra lại giới hạn trong từ điển.', 'is a limit that this kind of question cannot have; check the limits in the dictionary.')
const words = say('là lời không dùng đến ở chỗ này; hãy ghi vào nhãn hoặc lời giúp của câu hỏi nếu cần.', 'holds words without a use here; write them into the label or the help of the question where they are needed.')
const choices = say('là danh sách lựa chọn không đọc được ở đây; hãy sửa danh mục mã của câu hỏi.', 'is a list of choices that cannot be read here; correct the code list of the question.')
const spare = say('định nghĩa này không có câu hỏi nào dùng; không cần làm gì.', 'is a definition no question uses; there is nothing to do.')

/** What keywords of JSON Schema and rjsf are, that no question, part or check here can be made of. */
const meanings: Readonly<Record<string, Text>> = {
  if: conditional, then: conditional, else: conditional, dependencies: conditional, dependentSchemas: conditional, dependentRequired: conditional,
  allOf: combined, anyOf: combined, oneOf: combined, not: combined, type: say('là kiểu không dùng được ở đây; hãy chọn kiểu câu hỏi trong từ điển.', 'is a type without a use here; choose the type of the question in the dictionary.'),
  pattern: judged, multipleOf: judged, exclusiveMinimum: judged, exclusiveMaximum: judged, contentEncoding: judged, contentMediaType: judged, contentSchema: judged, contains: judged, propertyNames: judged,
  format: say('là định dạng chưa có; câu hỏi được nhận là chữ thường, hãy đặt kiểm tra của biểu mẫu nếu cần.', 'is a format there is none of here; the question is taken as plain text, so make it a check of the form where it is needed.'),
  minItems: counted, maxItems: counted, minProperties: counted, maxProperties: counted, minContains: counted, maxContains: counted,
  additionalProperties: open, unevaluatedProperties: open, patternProperties: open, additionalItems: open, unevaluatedItems: open,
  prefixItems: say('là dãy ô khác kiểu nhau; hãy tách mỗi ô thành một câu hỏi.', 'is a row of places of different types; make each a question of its own.'),
  items: say('là nội dung của danh sách không đọc được ở đây; hãy dùng phần thành viên hoặc câu chọn nhiều.', 'is a list that cannot be read here; use the members part, or a question with several choices.'),
  uniqueItems: say('chỉ dùng cho câu chọn nhiều, ở đó mỗi lựa chọn luôn chỉ một lần; không cần làm gì.', 'is for questions with several choices, where each is chosen once anyway; there is nothing to do.'),
  minLength: extent, maxLength: extent, minimum: extent, maximum: extent,
  default: started, const: say('là giá trị cố định, không phải câu hỏi; hãy đặt thành kiểm tra của biểu mẫu nếu cần.', 'is a fixed value and no question; make it a check of the form where it is needed.'),
  enum: choices, enumNames: choices, 'ui:enumNames': choices, 'ui:enumOrder': choices, 'ui:enumDisabled': choices,
  readOnly: state, writeOnly: state, 'ui:disabled': state, 'ui:readonly': state, 'ui:emptyValue': started,
  required: say('đòi trả lời một tên không phải câu hỏi ở phần này; hãy đánh dấu bắt buộc ở từng câu hỏi.', 'demands something that is no question of this part; mark the questions that must be answered.'),
  $ref: say('dẫn tới chỗ không có trong tệp; hãy chép nội dung được dẫn vào tệp rồi nhập lại.', 'leads to what is not in the file; copy it into the file and import again.'),
  $defs: spare, definitions: spare, $schema: say('là phiên bản chưa biết của lược đồ; tệp được đọc như phiên bản 2020-12.', 'is a version of the schema language that is not known; the file was read as 2020-12.'),
  $id: named, id: named, $comment: named, $anchor: named, $dynamicAnchor: named, $vocabulary: named, examples: named, deprecated: named,
  title: words, description: words, 'ui:title': words, 'ui:description': words, 'ui:help': words, 'ui:placeholder': words,
  'ui:field': say('là cách nhập riêng của phần mềm khác; câu hỏi được nhận theo kiểu của nó, không cần làm gì nếu kiểu đúng.', 'is an editor of another program; the question is taken by its type, so there is nothing to do where that is right.'),
  'ui:order': say('xếp thứ tự một tên không có trong lược đồ; không cần làm gì.', 'orders a name that the schema does not have; there is nothing to do.'),
  'ui:rows': say('là số dòng không dùng được; hãy ghi từ 2 đến 20 dòng ở câu hỏi nhiều dòng.', 'is a number of lines that cannot be used; say 2 to 20 at a question of several lines.'),
}

const unknown = say('không phải phần mà biểu mẫu ở đây có; hãy tự bổ sung nếu cần.', 'is nothing that forms have here; add what is needed by hand.')
const noProperty = say('là phần trình bày của một tên không có trong lược đồ; không cần làm gì.', 'is about a name that the schema does not have; there is nothing to do.')

const hasOwn = (name: string): boolean => Object.hasOwn(meanings, name)

/** The innermost keyword on the way to a place; below `properties` and the like stand names. */
const keywordOf = ({ part, path }: Pick<Cell, 'part' | 'path'>): string | undefined => {
  if (part === 'uiSchema') return optionOf(path)
  return path.findLast((step, index): step is string => typeof step === 'string' && !holdsNames(path, index - 1))
}

const namesBelow = new Set(['properties', '$defs', 'definitions', 'patternProperties', 'dependencies', 'dependentSchemas'])

/** Whether the step at an index is a keyword below which names stand; `properties` may be a name itself. */
const holdsNames = (path: Path, index: number): boolean => {
  const step = path[index]
  return typeof step === 'string' && namesBelow.has(step) && !holdsNames(path, index - 1)
}

const holdsDefinitions = (path: Path): boolean => ['$defs', 'definitions'].includes(String(path.at(-2)))

const optionOf = (path: Path): string | undefined => {
  const index = path.findLastIndex((step) => typeof step === 'string' && step.startsWith('ui:'))
  const [option, inner] = [path[index], path[index + 1]]
  return option === 'ui:options' && inner !== undefined ? `ui:${String(inner)}` : option?.toString()
}

/** Of what nobody took: what it is, and what to do. */
export const unreadWords = (cell: Cell): Text => {
  const keyword = keywordOf(cell)
  const last = String(cell.path.at(-1) ?? '')
  if (keyword === undefined) return about(last, cell.part === 'uiSchema' ? noProperty : unknown)
  if (cell.part === 'schema' && holdsNames(cell.path, cell.path.length - 2) && !holdsDefinitions(cell.path)) return about(last, unknown)
  if (cell.part === 'uiSchema' && keyword === 'ui:widget') return about(keyword, shown)
  return about(keyword, hasOwn(keyword) ? meanings[keyword] ?? unknown : cell.part === 'uiSchema' ? shown : unknown)
}

const about = (name: string, { vi, en }: Text): Text => ({ vi: `“${name}” ${vi}`, en: `“${name}” ${en}` })
