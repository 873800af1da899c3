import { formatNumber, type Language } from '@tieuchi/runtime'
import type { ExplanationLine } from './explanation-lines.ts'
import { explanationMargins, heading, type ExplanationPaper } from './explanation-print.ts'
import { layOut, placed, sheetHeight, type Content, type LaidOutPrint } from './print-engine.ts'

/** Type sizes, the largest first; smaller than the last nobody reads. */
const sizes = [10.5, 9.5, 8.5] as const
const floor = 7.5

/** More lines than one page can hold in the smallest type. */
const mostLines = 110

/** Left for the note on what is not printed, in lines. */
const noteLines = 3

const bottom = sheetHeight - explanationMargins[3]

/**
 * An explanation on one page of A4: in the largest type that holds all of it; where none does, in the smallest with what lies
 * deepest left out, saying what that is. It is laid out once in the smallest type, and measured, to know which.
 */
export const layOutExplanation = async (paper: ExplanationPaper): Promise<LaidOutPrint> => {
  const ranked = paper.parts.flatMap(({ lines }) => lines).toSorted((a, b) => a.rank - b.rank)
  const printable = ranked.slice(0, mostLines)
  const measured = await layOutLines(paper, printable, floor)
  return printable.length === ranked.length && measured.pages === 1 ? enlarged(paper, printable, measured) : shortened(paper, printable, measured)
}

/** All lines, in the largest type that still takes one page. */
const enlarged = async (paper: ExplanationPaper, lines: readonly ExplanationLine[], smallest: LaidOutPrint): Promise<LaidOutPrint> => {
  const used = (smallest.places.get(endId)?.top ?? bottom) - explanationMargins[1]
  const hopeful = sizes.filter((size) => used * (size / floor) ** growth <= bottom)
  for (const size of hopeful) {
    const larger = await layOutLines(paper, lines, size)
    if (larger.pages === 1) return larger
  }
  return smallest
}

/** How the height grows with the type at least: lines grow higher, and some break; the head stays as it is. */
const growth = 1.2

/** As many lines as fit in the smallest type by the heights they took, one or two less where the note is longer than thought. */
const shortened = async (paper: ExplanationPaper, lines: readonly ExplanationLine[], measured: LaidOutPrint): Promise<LaidOutPrint> => {
  const heights = heightsOf(paper, new Set(lines), measured)
  let room = bottom - (measured.places.get(reasonsId)?.top ?? 0) - noteLines * floor * 1.3
  let count = 0
  for (const line of lines) {
    room -= heights.get(line) ?? 0
    if (room < 0) break
    count += 1
  }
  for (; count > 0; count -= 2) {
    const tried = await layOutLines(paper, lines.slice(0, count), floor)
    if (tried.pages === 1) return tried
  }
  return layOutLines(paper, [], floor)
}

/** What each line took with the headings above it: the way to the next one, on one page or over its edge. */
const heightsOf = ({ parts }: ExplanationPaper, kept: ReadonlySet<ExplanationLine>, { places }: LaidOutPrint): ReadonlyMap<ExplanationLine, number> => {
  const printed = parts.flatMap(({ lines }) => lines).filter((line) => kept.has(line))
  return new Map(printed.map((line, index) => {
    const [from, to] = [places.get(lineId(index)), places.get(index + 1 < printed.length ? lineId(index + 1) : endId)]
    if (!from || !to) return [line, 0] as const
    return [line, to.page === from.page ? to.top - from.top : bottom - from.top] as const
  }))
}

const endId = 'end'
const reasonsId = 'reasons'
const lineId = (index: number): string => `line ${index}`

/** A place is known only of what is drawn. */
const nothingLeft = { text: '\u00A0', fontSize: 1 }

const layOutLines = ({ title, language, at, foot, head, parts, say }: ExplanationPaper, lines: readonly ExplanationLine[], size: number): Promise<LaidOutPrint> => {
  const kept = new Set(lines)
  const left = parts.flatMap((part) => part.lines).filter((line) => !kept.has(line))
  const folded = new Set(left.flatMap(({ parent }) => parent ?? []))
  let index = 0
  const reasons = parts.flatMap((part): readonly Content[] => [
    heading(part.heading),
    ...part.lines.filter((line) => kept.has(line)).map((line) => lineContent(line, { id: lineId(index++), folded: folded.has(line), size })),
  ])
  const note: Content & object = left.length === 0 ? nothingLeft : { text: say('folded', { count: formatNumber(left.length, language), titles: leftOut(left, language) }), italics: true, margin: [0, 4, 0, 0] }
  return layOut({ title, language, at, foot, size, margins: explanationMargins, content: [...head, placed(reasonsId, { stack: [...reasons] }), placed(endId, note)] })
}

const indent = 9

const lineContent = ({ depth, text }: ExplanationLine, { id, folded, size }: { readonly id: string; readonly folded: boolean; readonly size: number }): Content =>
  placed(id, { margin: [depth * indent * (size / sizes[0]), depth === 0 ? 2 : 0, 0, 0.5], text: [...(depth === 0 ? [] : ['– ']), ...text, ...(folded ? [{ text: ' …', bold: true }] : [])] })

/** How many lines of which results are left out. */
const leftOut = (lines: readonly ExplanationLine[], language: Language): string =>
  [...Map.groupBy(lines, ({ of }) => of)].map(([title, those]) => `${title} (${formatNumber(those.length, language)})`).join('; ')
