/** The cells of a spreadsheet as its clipboard holds them: lines of cells. */
export type ClipboardCells = readonly (readonly string[])[]

interface Field {
  readonly text: string
  /** Where the sign behind it stands. */
  readonly end: number
}

const plainField = (text: string, from: number): Field => {
  const rest = /[\t\r\n]/.exec(text.slice(from))
  const end = rest ? from + rest.index : text.length
  return { text: text.slice(from, end), end }
}

/** A cell in quotes, which may hold tabs and line breaks; what only looks like one is taken as it is. */
const quotedField = (text: string, from: number): Field => {
  for (let at = from + 1; at < text.length; at += 1) {
    if (text[at] !== '"') continue
    if (text[at + 1] === '"') at += 1
    else if (at + 1 === text.length || /[\t\r\n]/.test(text.charAt(at + 1))) return { text: text.slice(from + 1, at).replaceAll('""', '"'), end: at + 1 }
    else break
  }
  return plainField(text, from)
}

/** Reads what a spreadsheet copied. The line break behind the last line begins no further one. */
export const readClipboard = (text: string): ClipboardCells => {
  const rows: string[][] = [[]]
  let at = 0
  for (;;) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at)
    rows.at(-1)?.push(field.text)
    if (field.end >= text.length) return rows
    if (text[field.end] === '\t') at = field.end + 1
    else {
      at = field.end + (text.startsWith('\r\n', field.end) ? 2 : 1)
      if (at >= text.length) return rows
      rows.push([])
    }
  }
}

const write = (cell: string): string => (/[\t\r\n]/.test(cell) || cell.startsWith('"') ? `"${cell.replaceAll('"', '""')}"` : cell)

/** Writes cells as spreadsheets take them. */
export const writeClipboard = (cells: ClipboardCells): string => cells.map((row) => `${row.map(write).join('\t')}\r\n`).join('')
