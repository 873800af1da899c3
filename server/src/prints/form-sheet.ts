import { citationPhrase, type Assembly, type Language } from '@tieuchi/runtime'
import { gridLine, millimetre, sheetWidth, type Content } from './print-engine.ts'
import type { Say } from './print-words.ts'

/** Edges of a form: room to bind it on the left. */
export const formMargins = [25 * millimetre, 15 * millimetre, 15 * millimetre, 18 * millimetre] as const

/** Width between the edges in points, without the last line of a table. */
export const formWidth = sheetWidth - formMargins[0] - formMargins[2] - gridLine

/** The title of a paper in the middle, with a line beneath it. */
export const paperTitle = (title: string, line?: string, size = 14): Content => ({
  alignment: 'center',
  margin: [0, 10, 0, 8],
  stack: [{ text: title.toLocaleUpperCase('vi'), bold: true, fontSize: size }, ...(line === undefined ? [] : [{ text: line, bold: true }])],
})

/** `Name: what it is`, one under another; those without a value are left out. */
export const factLines = (facts: readonly (readonly [string, string | undefined])[]): Content => ({
  stack: facts.flatMap(([name, value]) => (value === undefined ? [] : [{ text: [`${name}: `, { text: value.normalize('NFC'), bold: true }], margin: [0, 1, 0, 1] } satisfies Content])),
})

/** The documents of the law that rules rest on; undefined where they name none. */
export const basisText = ({ release }: Assembly, language: Language): string | undefined =>
  release.legal_basis.map((citation) => citationPhrase(citation)[language]).join('; ') || undefined

/** The rules a paper is of: the release, what it rests on, and the local rules on it. */
export const ruleFacts = (say: Say, language: Language, assembly: Assembly, local: Assembly | undefined): readonly (readonly [string, string | undefined])[] => {
  const overlays = (local?.overlays ?? []).map(({ title, legal_basis: own }) => [title[language], ...own.map((citation) => citationPhrase(citation)[language])].join(', '))
  return [[say('rules'), assembly.release.title[language]], [say('basis'), basisText(assembly, language)], [say('localRules'), overlays.length === 0 ? undefined : overlays.join('; ')]]
}

const signature = (title: string, how: string): Content => ({ stack: [{ text: title, bold: true }, { text: how, italics: true, fontSize: 9 }, { text: ' ', margin: [0, 44, 0, 0] }], alignment: 'center' })

const signatureRow = (columns: readonly Content[]): Content => ({ unbreakable: true, margin: [0, 16, 0, 0], stack: [{ columns: [...columns] }] })

/** Where those who answer for a form sign it; never torn over two pages. */
export const signatures = (say: Say): Content => signatureRow([signature(say('declarant'), say('sign')), signature(say('reviewer'), say('sign')), signature(say('chair'), say('seal'))])

/** Where whoever prepared a paper signs it, at the right as on other administrative papers. */
export const preparerSignature = (say: Say): Content => signatureRow([{ text: '' }, signature(say('preparer'), say('sign'))])
