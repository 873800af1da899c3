import type { Text } from '@tieuchi/runtime'
import type { findApproval } from './draft-life.ts'
import type { GateItem } from './draft-schema.ts'
import type { LocalRules } from './local-rules.ts'

/** Items of the gate that only the server can tell, as they need what was published and who did what. */

const simple = (id: string, title: Text, met: boolean, sentence: Text, remedy: Text | undefined, issues: GateItem['issues'] = []): GateItem =>
  ({ id, title, state: met ? 'met' : 'failed', sentence, ...(remedy ? { remedy } : {}), issues, subjects: [], proposals: [] })

/** A second person has approved this very document. */
export const approvalItem = (approval: Awaited<ReturnType<typeof findApproval>>): GateItem => simple(
  'approval',
  { vi: 'Người thứ hai phê duyệt', en: 'Approved by a second person' },
  approval !== undefined,
  approval ? { vi: `${approval.name} đã phê duyệt.`, en: `Approved by ${approval.name}.` } : { vi: 'Chưa có người phê duyệt.', en: 'Not approved yet.' },
  approval ? undefined : { vi: 'Trình duyệt để người khác xem và phê duyệt.', en: 'Send it for approval by another person.' },
)

/** What the draft does to the register, as it was computed last by these very rules. */
export interface SeenImpact {
  readonly area: string
  readonly person: string
  readonly households: number
  readonly changed: number
}

/** Whom the draft touches was computed: `unneeded` where there is nothing to hold it against; `undefined` where its errors forbid it. */
export function impactItem(impact: SeenImpact | 'missing' | 'unneeded' | undefined): GateItem {
  const title = { vi: 'Đã xem tác động', en: 'Impact was seen' }
  if (impact === 'unneeded') return simple('impact', title, true, { vi: 'Chưa có quy định nào trước đó để so sánh.', en: 'There are no earlier rules to compare with.' }, undefined)
  if (impact === undefined) {
    return simple('impact', title, false, { vi: 'Chưa tính được vì bản nháp còn lỗi.', en: 'Cannot be computed while the draft has errors.' }, { vi: 'Sửa các lỗi ở mục “Không còn lỗi” trước.', en: 'Correct the errors of the item “No errors left” first.' })
  }
  if (impact === 'missing') {
    return simple('impact', title, false, { vi: 'Chưa tính tác động của nội dung hiện tại lên các hộ.', en: 'What the present content does to the households was not computed.' }, { vi: 'Mở thẻ “Tác động” và tính.', en: 'Open the tab “Impact” and compute it.' })
  }
  const { area, person, households, changed } = impact
  return simple('impact', title, true, {
    vi: `${person} đã tính trên ${households.toLocaleString('vi')} hộ của ${area}: ${changed.toLocaleString('vi')} hộ đổi kết quả.`,
    en: `${person} computed it on ${households.toLocaleString('en')} households of ${area}: ${changed.toLocaleString('en')} change.`,
  }, undefined)
}

/** Local rules that lie on it fit; `undefined` where the draft has errors and nobody can tell. */
export function localRulesItem(local: LocalRules | undefined): GateItem {
  const title = { vi: 'Quy định địa phương vẫn khớp', en: 'Local rules still fit' }
  if (local === undefined) {
    return simple('local_rules', title, false, { vi: 'Chưa kiểm tra được vì bản nháp còn lỗi.', en: 'Cannot be checked while the draft has errors.' },
      { vi: 'Sửa các lỗi ở mục “Không còn lỗi” trước.', en: 'Correct the errors of the item “No errors left” first.' })
  }
  const { combinations, issues } = local
  if (issues.length > 0) {
    return simple('local_rules', title, false, { vi: `${issues.length} chỗ trong quy định địa phương không còn khớp với bản nháp.`, en: `${issues.length} ${issues.length === 1 ? 'place' : 'places'} in local rules no longer fit the draft.` },
      { vi: 'Giữ nội dung mà địa phương điều chỉnh, hoặc đề nghị địa phương sửa hay bãi bỏ phần đó trước.', en: 'Keep what localities change, or have them correct or withdraw it first.' }, [...issues])
  }
  return simple('local_rules', title, true, combinations === 0
    ? { vi: 'Không có quy định địa phương nào trong thời gian này.', en: 'There are no local rules in this period.' }
    : { vi: `Đã thử với ${combinations} bộ quy định địa phương; tất cả vẫn áp dụng được.`, en: `Tried with ${combinations} ${combinations === 1 ? 'set' : 'sets'} of local rules; all still apply.` }, undefined)
}
