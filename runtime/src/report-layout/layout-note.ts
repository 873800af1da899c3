import type { Text } from '../documents/text.ts'

/** Something of a sheet that was not taken over, or not as it stands there. `place` is a cell of the sheet, `B7`; blank where it is no one place. */
export interface LayoutNote {
  readonly code: 'row' | 'more_rows' | 'figures' | 'hidden_columns' | 'hidden_rows' | 'untitled_column' | 'text_above' | 'text_below' | 'no_rows' | 'no_title'
  readonly place: string
  readonly message: Text
}

type NoteWords = (said: string) => Text

const words: Readonly<Record<LayoutNote['code'], NoteWords>> = {
  row: (said) => ({ vi: `Dòng “${said}” chưa lấy: hãy thêm dòng theo danh mục hoặc theo điều kiện.`, en: `The row “${said}” was not taken over: add rows by a code list or by conditions.` }),
  more_rows: (said) => ({ vi: `Và ${said} dòng khác nữa chưa lấy.`, en: `And ${said} more rows were not taken over.` }),
  figures: (said) => ({ vi: `${said} ô số liệu không lấy: số của báo cáo được tính, không nhập tay.`, en: `${said} cells with figures were not taken over: figures of a report are counted, never typed.` }),
  hidden_columns: (said) => ({ vi: `Cột ẩn ${said} không lấy; nếu cần, hãy bỏ ẩn rồi chọn lại tệp.`, en: `Hidden columns ${said} were left out; show them and choose the file again where they are needed.` }),
  hidden_rows: (said) => ({ vi: `${said} dòng ẩn không lấy.`, en: `${said} hidden rows were left out.` }),
  untitled_column: (said) => ({ vi: `Cột này không có tên nên tạm gọi là “${said}”; hãy đặt tên.`, en: `This column has no title and is called “${said}” for now; give it one.` }),
  text_above: (said) => ({ vi: `Dòng chữ phía trên bảng không lấy: “${said}”.`, en: `Words above the table were not taken over: “${said}”.` }),
  text_below: (said) => ({ vi: `Dòng chữ phía dưới bảng không lấy: “${said}”.`, en: `Words below the table were not taken over: “${said}”.` }),
  no_rows: () => ({ vi: 'Không có dòng nào lấy được nên biểu bắt đầu với một dòng Tổng cộng; hãy thêm các dòng còn lại.', en: 'No row could be taken over, so the form begins with one row of the total; add the others.' }),
  no_title: (said) => ({ vi: `Không thấy tên biểu phía trên bảng nên lấy tên trang tính “${said}”; hãy sửa tên.`, en: `No title was found above the table, so the name of the sheet, “${said}”, was taken; correct it.` }),
}

/** Tells of something, with the words or the number it is about. */
export const layoutNote = (code: LayoutNote['code'], place: string, said: string | number = ''): LayoutNote => ({ code, place, message: words[code](String(said)) })
