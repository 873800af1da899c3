import type { Language } from '@tieuchi/runtime'
import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import type { Content, ContentTable, CustomTableLayout, TableCell, TDocumentDefinitions } from 'pdfmake/interfaces.js'

export type { Column, Content, ContentTable, TableCell } from 'pdfmake/interfaces.js'

/** A paper to be laid out: what stands on it, and nothing of how a PDF is made. */
export interface PrintDocument {
  readonly title: string
  readonly language: Language
  /** When what is printed was last changed; the same paper of the same state is the same file. */
  readonly at: Date
  readonly content: readonly Content[]
  /** Left of the page number at the foot of each page, by which the paper finds its record. */
  readonly foot: string
  /** Type size of running text, in points. */
  readonly size: number
  /** Distances to the edges of the sheet in points: left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number]
  /** A sheet that lies on its side. */
  readonly landscape?: boolean
}

export interface PlaceOnPaper {
  readonly page: number
  readonly top: number
}

/** A paper with its pages counted, not yet a file. */
export interface LaidOutPrint {
  readonly pages: number
  /** Where parts with an id begin: the page from 1, and points from its upper edge. */
  readonly places: ReadonlyMap<string, PlaceOnPaper>
  readonly toPdf: () => Promise<Buffer>
}

/** Points of a millimetre. */
export const millimetre = 72 / 25.4

/** Width and height of a sheet in points. */
export const sheetWidth = 210 * millimetre
export const sheetHeight = 297 * millimetre

/** Tinos has the measures of Times New Roman, which the rules on administrative papers ask for, and every Vietnamese letter. */
const family = 'Tinos'
const fontFile = (style: string): string => fileURLToPath(import.meta.resolve(`@expo-google-fonts/tinos/${style}/Tinos_${style}.ttf`))
const files = { normal: fontFile('400Regular'), bold: fontFile('700Bold'), italics: fontFile('400Regular_Italic'), bolditalics: fontFile('700Bold_Italic') }
const readable = new Set(Object.values(files))

pdfmake.setFonts({ [family]: files })
pdfmake.setUrlAccessPolicy(() => false)
pdfmake.setLocalAccessPolicy((path) => readable.has(path))

/** Thickness of the lines of a table, in points. */
export const gridLine = 0.5
const besideText = 3
/** What a column of a table takes beside its width: a line and the room on both sides of the text. */
export const aroundColumn = gridLine + 2 * besideText

const grid: CustomTableLayout = { hLineWidth: () => gridLine, vLineWidth: () => gridLine, paddingTop: () => 2, paddingBottom: () => 2, paddingLeft: () => besideText, paddingRight: () => besideText }

pdfmake.addTableLayouts({ grid })

/** A table with thin lines around every cell, its head repeated on each page; rows are never torn apart. */
export const gridTable = ({ widths, head, rows, rowHeight }: {
  readonly widths: readonly (number | '*')[]
  readonly head: readonly (readonly TableCell[])[]
  readonly rows: readonly (readonly TableCell[])[]
  /** Least height of a row that is no head. */
  readonly rowHeight?: number
}): ContentTable => ({
  table: {
    widths: [...widths],
    body: [...head, ...rows].map((row) => [...row]),
    headerRows: head.length,
    keepWithHeaderRows: 1,
    dontBreakRows: true,
    ...(rowHeight !== undefined && { heights: [...head.map(() => 'auto' as const), ...rows.map(() => rowHeight)] }),
  },
  layout: 'grid',
})

const pageWords: Readonly<Record<Language, string>> = { vi: 'Trang', en: 'Page' }

/** Gives a part an id, by which its place on the paper is told. */
export const placed = (id: string, content: Content & object): Content => Object.assign({}, content, { id })

/** Lays a paper out on A4, with the number of each page and of all at its foot. */
export const layOut = async ({ title, language, at, content, foot, size, margins: [left, top, right, bottom], landscape = false }: PrintDocument): Promise<LaidOutPrint> => {
  let pages = 0
  const places = new Map<string, PlaceOnPaper>()
  const definition: TDocumentDefinitions = {
    pageSize: 'A4',
    pageOrientation: landscape ? 'landscape' : 'portrait',
    pageMargins: [left, top, right, bottom],
    defaultStyle: { font: family, fontSize: size, lineHeight: 1.1 },
    info: { title, creator: 'Tiêu Chí', producer: 'Tiêu Chí', creationDate: at, modDate: at },
    language: language === 'vi' ? 'vi-VN' : 'en-GB',
    displayTitle: true,
    version: '1.7',
    // The library writes into what it is given.
    content: structuredClone([...content]),
    pageBreakBefore: ({ id, headlineLevel, startPosition }, nodes) => {
      if (id !== undefined) places.set(id, { page: startPosition.pageNumber, top: startPosition.top })
      return headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0
    },
    footer: (page: number, all: number): Content => {
      pages = all
      return { margin: [left, 10, right, 0], fontSize: 8, columns: [{ text: foot, width: '*' }, { text: `${pageWords[language]} ${page}/${all}`, width: 'auto' }] }
    },
  }
  const created = pdfmake.createPdf(definition)
  await created.getStream()
  return { pages, places, toPdf: () => created.getBuffer() }
}
