import type { Text } from '../documents/text.ts'
import type { TableFindingCode } from './table-finding.ts'

/** What a message may say. */
export interface MessageParts {
  readonly table: Text
  readonly rows: readonly number[]
  readonly region: Text
  readonly example: Text
  readonly figures: Text
  readonly certain: boolean
  readonly closing: number
  /** Titles of parameters whose being established or not the finding rests on. */
  readonly asked: Text
}

const say = (vi: (p: MessageParts) => string, en: (p: MessageParts) => string) => (parts: MessageParts): Text => ({ vi: vi(parts), en: en(parts) })

const perhaps = (certain: boolean): Text => (certain ? { vi: '', en: '' } : {
  vi: ' Phép phân tích coi các giá trị tính toán là tự do, nên cần xem trường hợp này có xảy ra trong thực tế không.',
  en: ' Computed values were taken as free, so check whether this case can really happen.',
})

const whileAsked = ({ asked }: MessageParts): Text => (asked.vi === '' ? { vi: '', en: '' } : {
  vi: ` Kết luận này dựa vào việc tham số đã được xác định hay chưa trong bản này: ${asked.vi}.`,
  en: ` This rests on whether this release establishes: ${asked.en}.`,
})

const closes = (rows: number): Text => {
  if (rows === 0) return { vi: 'Hãy mở rộng một dòng hiện có để bao gồm trường hợp này.', en: 'Widen one of the rows to include this case.' }
  if (rows === 1) return { vi: 'Hãy thêm dòng được đề xuất và điền kết quả, hoặc mở rộng một dòng hiện có.', en: 'Add the proposed row and fill in its result, or widen one of the rows.' }
  return { vi: `Hãy thêm ${rows} dòng được đề xuất và điền kết quả, hoặc mở rộng một dòng hiện có.`, en: `Add the ${rows} proposed rows and fill in their results, or widen one of the rows.` }
}

/** What each finding says: where, what, and what to do next. */
export const tableFindingMessages: Readonly<Record<TableFindingCode, (parts: MessageParts) => Text>> = {
  table_gap: say(
    (p) => `Bảng “${p.table.vi}”: không dòng nào áp dụng khi ${p.region.vi} (ví dụ: ${p.example.vi}). ${closes(p.closing).vi}${perhaps(p.certain).vi}`,
    (p) => `Table “${p.table.en}”: no row covers ${p.region.en} (for example: ${p.example.en}). ${closes(p.closing).en}${perhaps(p.certain).en}`,
  ),
  table_overlap: say(
    (p) => `Bảng “${p.table.vi}”: dòng ${p.rows.join(' và ')} cùng đúng trong một trường hợp (ví dụ: ${p.example.vi}), trong khi chỉ được một dòng đúng. Hãy thu hẹp một trong hai dòng.${perhaps(p.certain).vi}`,
    (p) => `Table “${p.table.en}”: rows ${p.rows.join(' and ')} hold in one and the same case (for example: ${p.example.en}), where only one row may. Narrow one of the two.${perhaps(p.certain).en}`,
  ),
  row_contradictory: say(
    (p) => `Bảng “${p.table.vi}”: dòng ${p.rows.join()} không bao giờ đúng, vì các ô của dòng mâu thuẫn với nhau, với giới hạn của dữ liệu hoặc với tham số. Hãy sửa hoặc bỏ dòng này.${whileAsked(p).vi}`,
    (p) => `Table “${p.table.en}”: row ${p.rows.join()} can never hold, for its cells contradict each other, the limits of the data or the parameters. Correct or remove it.${whileAsked(p).en}`,
  ),
  row_covered: say(
    (p) => `Bảng “${p.table.vi}”: dòng ${p.rows[0] ?? ''} không bao giờ được dùng, vì mọi trường hợp của dòng đã do các dòng phía trên quyết định (ví dụ: ${p.example.vi} – dòng ${p.rows[1] ?? ''} quyết định). Hãy đưa dòng này lên trên, thu hẹp các dòng phía trên hoặc bỏ dòng này.${whileAsked(p).vi}`,
    (p) => `Table “${p.table.en}”: row ${p.rows[0] ?? ''} is never used, for rows above it decide all of its cases (for example: ${p.example.en} – row ${p.rows[1] ?? ''} decides). Move it up, narrow the rows above, or remove it.${whileAsked(p).en}`,
  ),
  table_too_large: say(
    (p) => `Bảng “${p.table.vi}” quá lớn để phân tích hết (${p.figures.vi}); có thể còn khoảng trống, dòng trùng hoặc dòng thừa chưa được nêu. Hãy tách bảng thành các bảng nhỏ hơn.`,
    (p) => `Table “${p.table.en}” is too large to analyse fully (${p.figures.en}); gaps, overlaps or unused rows may remain unnamed. Split it into smaller tables.`,
  ),
}
