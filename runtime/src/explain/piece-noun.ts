import type { LogicPiece } from '../documents/logic-document.ts'
import type { Text } from '../documents/text.ts'

/** What each kind of piece is called. */
export const pieceNouns: Readonly<Record<LogicPiece['kind'], Text>> = {
  fact: { vi: 'cách tính', en: 'calculation' },
  condition: { vi: 'điều kiện dùng chung', en: 'shared condition' },
  table: { vi: 'bảng', en: 'table' },
  rules: { vi: 'nhóm quy tắc', en: 'group of rules' },
  outcome: { vi: 'kết quả', en: 'result' },
  entitlement: { vi: 'quyền lợi', en: 'entitlement' },
}
