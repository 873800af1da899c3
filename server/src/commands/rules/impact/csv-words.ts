import type { Text } from '@tieuchi/runtime'

/** What can be wrong with a table of households. */
export const csvWords = {
  unknown: (name: string, column: number): Text =>
    name === ''
      ? { vi: `cột thứ ${column} không có tên; hãy đặt tên hoặc bỏ cột đó.`, en: `column ${column} has no name; name it or leave it out.` }
      : { vi: `từ điển không có câu hỏi “${name}”; hãy sửa tên cột theo từ điển, hoặc bỏ cột đó.`, en: `the dictionary has no question “${name}”; name the column as the dictionary does, or leave it out.` },
  twice: (name: string): Text => ({ vi: `cột “${name}” có hai lần; hãy bỏ một cột.`, en: `the column “${name}” is there twice; leave one out.` }),
  tooMany: (cells: number, columns: number): Text => ({ vi: `có ${cells} ô mà chỉ có ${columns} cột; ô có dấu phẩy hoặc dấu chấm phẩy phải đặt trong dấu nháy kép.`, en: `${cells} cells, yet there are ${columns} columns; put cells with a comma or semicolon between quotation marks.` }),
  tooFew: (cells: number, columns: number): Text => ({ vi: `chỉ có ${cells} ô mà có ${columns} cột; hãy để trống ô không có thông tin, đừng bỏ ô.`, en: `only ${cells} cells, yet there are ${columns} columns; leave cells empty rather than out.` }),
  open: { vi: 'dấu nháy kép mở mà không đóng; hãy kiểm tra dấu nháy kép từ dòng này.', en: 'a quotation mark is opened and never closed; check quotation marks from this line on.' } satisfies Text,
  unnamed: { vi: 'ô trống; mỗi dòng phải cho biết thuộc hộ nào.', en: 'the cell is empty; each line has to say which household it is of.' } satisfies Text,
  other: (value: string, line: number): Text => ({ vi: `“${value}” khác với dòng ${line} của cùng hộ; hãy để trống hoặc ghi giống nhau.`, en: `“${value}” differs from line ${line} of the same household; leave it empty or write the same.` }),
} as const
