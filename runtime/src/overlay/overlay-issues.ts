import type { Issue } from '../documents/issue.ts'
import type { Overlay } from '../documents/overlay-document.ts'
import type { Text } from '../documents/text.ts'

type Params = Readonly<Record<string, unknown>>

interface Problem {
  readonly severity: Issue['severity']
  readonly vi: (p: Params, overlay: string) => string
  readonly en: (p: Params, overlay: string) => string
}

/** A title in one language, where the parameter is a text; anything else as it is. */
const inLanguage = (params: Params, language: keyof Text): Params =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isText(value) ? value[language] : value]))

const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'vi' in value && 'en' in value

const error = (vi: Problem['vi'], en: Problem['en']): Problem => ({ severity: 'error', vi, en })
const warning = (vi: Problem['vi'], en: Problem['en']): Problem => ({ severity: 'warning', vi, en })

/** Every problem an overlay can have with its base: what is wrong, where, and what to do. */
const overlayProblems = {
  overlay_programme: error(
    (p, overlay) => `“${overlay}” ghi chương trình “${p.programme}” nhưng quy định cấp trên thuộc chương trình “${p.base}”; hãy sửa mã chương trình.`,
    (p, overlay) => `“${overlay}” is of the programme “${p.programme}”, but the rules above are of “${p.base}”; correct the programme.`,
  ),
  overlay_unknown_parameter: error(
    (p, overlay) => `“${overlay}” điều chỉnh mức “${p.parameter}”, mà quy định cấp trên không có hoặc không còn mức này; hãy sửa mã, bỏ phần điều chỉnh, hoặc ghi là mức thêm mới.`,
    (p, overlay) => `“${overlay}” changes the value “${p.parameter}”, which the rules above do not have or no longer have; correct the id, remove the change, or write it as an added value.`,
  ),
  overlay_unknown_piece: error(
    (p, overlay) => `“${overlay}” điều chỉnh nội dung “${p.piece}”, mà quy định cấp trên không có hoặc không còn nội dung này; hãy sửa mã hoặc bỏ phần điều chỉnh.`,
    (p, overlay) => `“${overlay}” changes “${p.piece}”, which the rules above do not have or no longer have; correct the id or remove the change.`,
  ),
  overlay_piece_kind: error(
    (p, overlay) => `“${overlay}” điều chỉnh “${p.title}” theo loại “${p.kind}” nhưng nội dung này thuộc loại “${p.base}”; hãy sửa loại.`,
    (p, overlay) => `“${overlay}” changes “${p.title}” as a ${p.kind}, but it is a ${p.base}; correct the kind.`,
  ),
  overlay_unknown_row: error(
    (p, overlay) => `Bảng “${p.title}” của quy định cấp trên không có hoặc không còn dòng “${p.row}” mà “${overlay}” dựa vào; hãy xem lại bảng và sửa phần điều chỉnh.`,
    (p, overlay) => `Table “${p.title}” of the rules above does not have or no longer has the row “${p.row}” that “${overlay}” rests on; look at the table again and correct the change.`,
  ),
  overlay_unknown_rule: error(
    (p, overlay) => `Nhóm quy tắc “${p.title}” của quy định cấp trên không có hoặc không còn quy tắc “${p.rule}” mà “${overlay}” dựa vào; hãy xem lại nhóm quy tắc và sửa phần điều chỉnh.`,
    (p, overlay) => `Rule set “${p.title}” of the rules above does not have or no longer has the rule “${p.rule}” that “${overlay}” rests on; look at the rules again and correct the change.`,
  ),
  overlay_unknown_column: error(
    (p, overlay) => `Bảng “${p.title}” không có hoặc không còn cột “${p.column}” mà “${overlay}” điều chỉnh ở dòng “${p.row}”; các cột hiện có: ${p.columns}. Hãy sửa tên cột.`,
    (p, overlay) => `Table “${p.title}” does not have or no longer has the column “${p.column}” that “${overlay}” changes in row “${p.row}”; its columns are ${p.columns}. Correct the column.`,
  ),
  overlay_unknown_key: error(
    (p, overlay) => `Mức “${p.title}” của quy định cấp trên không có hoặc không còn khoá “${p.key}” mà “${overlay}” điều chỉnh; các khoá hiện có: ${p.keys}. Hãy sửa khoá.`,
    (p, overlay) => `The value “${p.title}” of the rules above does not have or no longer has the key “${p.key}” that “${overlay}” changes; its keys are ${p.keys}. Correct the key.`,
  ),
  overlay_not_overridable: error(
    (p, overlay) => `Quy định cấp trên không cho địa phương điều chỉnh “${p.title}”; hãy bỏ phần điều chỉnh này khỏi “${overlay}”.`,
    (p, overlay) => `The rules above do not allow “${p.title}” to be changed locally; remove the change from “${overlay}”.`,
  ),
  overlay_unit: error(
    (p, overlay) => `“${overlay}” ghi mức “${p.title}” theo đơn vị “${p.unit}” nhưng quy định cấp trên theo đơn vị “${p.base}”; hãy quy đổi về đúng đơn vị.`,
    (p, overlay) => `“${overlay}” gives “${p.title}” in “${p.unit}”, but the rules above give it in “${p.base}”; convert it to that unit.`,
  ),
  overlay_value_type: error(
    (p, overlay) => `“${p.title}” là ${p.base}, không nhận giá trị ${p.value} (${p.type}) của “${overlay}”; hãy nhập giá trị đúng kiểu.`,
    (p, overlay) => `“${p.title}” is a ${p.base} and does not take the value ${p.value} (${p.type}) of “${overlay}”; give a value of that type.`,
  ),
  overlay_value_shape: error(
    (p, overlay) => `Mức “${p.title}” của quy định cấp trên ${p.base === undefined ? 'là một giá trị duy nhất' : `tra theo “${p.base}”`}, nhưng “${overlay}” ${p.by === undefined ? 'ghi một giá trị duy nhất' : `ghi theo “${p.by}”`}; hãy ghi theo cách của quy định cấp trên.`,
    (p, overlay) => `The rules above give “${p.title}” ${p.base === undefined ? 'as one value' : `by “${p.base}”`}, but “${overlay}” gives it ${p.by === undefined ? 'as one value' : `by “${p.by}”`}; give it as the rules above do.`,
  ),
  overlay_not_comparable: error(
    (p, overlay) => `Mức “${p.title}” chỉ được ${p.overridable === 'raise' ? 'nâng lên' : 'hạ xuống'} nên phải là số; “${overlay}” ghi ${p.value} so với ${p.base}. Hãy nhập số.`,
    (p, overlay) => `“${p.title}” may only be ${p.overridable === 'raise' ? 'raised' : 'lowered'} and must be a number; “${overlay}” gives ${p.value} against ${p.base}. Give a number.`,
  ),
  overlay_id_taken: error(
    (p, overlay) => `“${overlay}” thêm “${p.id}” nhưng quy định cấp trên đã có mã này; hãy đặt mã khác hoặc ghi là phần điều chỉnh.`,
    (p, overlay) => `“${overlay}” adds “${p.id}”, but the rules above have that id; choose another or write it as a change.`,
  ),
  overlay_patched_twice: error(
    (p, overlay) => `“${overlay}” điều chỉnh “${p.id}” hai lần; hãy gộp thành một.`,
    (p, overlay) => `“${overlay}” changes “${p.id}” twice; make it one change.`,
  ),
  overlay_floor: warning(
    (p, overlay) => `“${p.title}”: mức ${p.value} của “${overlay}” kém thuận lợi hơn mức ${p.base} của quy định cấp trên nên áp dụng mức ${p.base}; hãy kiểm tra và sửa đổi quy định địa phương.`,
    (p, overlay) => `“${p.title}”: the value ${p.value} of “${overlay}” is less favourable than the ${p.base} of the rules above, so that ${p.base} applies; check and amend the local rules.`,
  ),
  overlay_base_open: warning(
    (p, overlay) => `“${p.title}”: quy định cấp trên chưa xác định mức này nên không so được với mức ${p.value} của “${overlay}”; kết quả để ngỏ cho đến khi xác định.`,
    (p, overlay) => `“${p.title}”: the rules above have not established this value, so the ${p.value} of “${overlay}” cannot be compared with it; results stay open until it is established.`,
  ),
} as const satisfies Readonly<Record<string, Problem>>

export type OverlayIssueCode = keyof typeof overlayProblems

/** Codes of `applyOverlays`, for documentation and tests. */
export const overlayIssueCodes = Object.keys(overlayProblems) as readonly OverlayIssueCode[]

/** A problem of an overlay with its base; texts among the params are told in the reader's language. */
export const overlayIssue = (code: OverlayIssueCode, { title }: Overlay, path: Issue['path'], params: Params): Issue => {
  const { severity, vi, en }: Problem = overlayProblems[code]
  return {
    code,
    severity,
    path,
    params: { overlay: title, ...params },
    message: { vi: vi(inLanguage(params, 'vi'), title.vi), en: en(inLanguage(params, 'en'), title.en) },
  }
}
