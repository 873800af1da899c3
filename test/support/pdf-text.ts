import { extractText, getDocumentProxy } from 'unpdf'

type PDFPageProxy = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>

export interface ReadPdf {
  /** The words page by page, each page as one line with single blanks. */
  readonly pages: readonly string[]
  readonly text: string
  /** The size most of the type of the first page is set in. */
  readonly typeSize: number
}

/** What a person reads in a PDF. */
export const readPdf = async (content: Buffer): Promise<ReadPdf> => {
  const pdf = await getDocumentProxy(new Uint8Array(content))
  const { text } = await extractText(pdf, { mergePages: false })
  const pages = text.map((page) => page.replaceAll(/\s+/g, ' ').trim())
  return { pages, text: pages.join(' '), typeSize: await typeSizeOf(await pdf.getPage(1)) }
}

const typeSizeOf = async (page: PDFPageProxy): Promise<number> => {
  const { items } = await page.getTextContent()
  const letters = new Map<number, number>()
  for (const item of items) if ('str' in item) letters.set(item.height, (letters.get(item.height) ?? 0) + item.str.trim().length)
  return [...letters].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0
}

/** Whether words stand on a paper one after another. */
export const standInOrder = (text: string, words: readonly string[]): string | undefined => {
  let from = 0
  for (const word of words) {
    const found = text.indexOf(word, from)
    if (found === -1) return `“${word}” is missing after “${text.slice(Math.max(0, from - 40), from)}”`
    from = found + word.length
  }
  return undefined
}
