import { extractText, getDocumentProxy } from 'unpdf'

/** The words of a PDF page by page, each page as one line with single blanks. */
export const readPdf = async (content: Buffer): Promise<{ readonly pages: readonly string[]; readonly text: string }> => {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(content)), { mergePages: false })
  const pages = text.map((page) => page.replaceAll(/\s+/g, ' ').trim())
  return { pages, text: pages.join(' ') }
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
