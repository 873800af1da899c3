import { certaintyPhrases, citationPhrase, proseOfPiece, sentenceOfParameter, type Assembly, type Certainty, type Citation, type LogicPiece, type Overlay, type Release, type Text } from '@tieuchi/runtime'
import { CommandError } from '../command-error.ts'
import type { Writing } from './rules-writing.ts'

/** What a value, row or piece rests on. */
interface Source {
  readonly citation?: Citation
  readonly certainty?: Certainty
  readonly note?: Text
}

/** A piece or parameter in words. */
export interface Paragraph extends Source {
  readonly id: string
  readonly kind: LogicPiece['kind'] | 'parameter'
  readonly text: Text
  readonly items: readonly (Source & { readonly text: Text })[]
}

/** Everything a release says, in its order; of an overlay what it changes or adds, as it then holds. */
export const paragraphsOf = (assembly: Assembly, document: Release | Overlay): readonly Paragraph[] =>
  [...Object.keys(document.parameters), ...document.logic.map((piece) => (piece.kind === 'added' ? piece.piece.id : piece.id))].map((id) => paragraphOf(assembly, id))

/** One piece or parameter; where there is none of that name, the names there are. */
export function paragraphOf(assembly: Assembly, id: string): Paragraph {
  const piece = assembly.pieces.get(id)?.piece
  if (piece) return { id, kind: piece.kind, ...proseOfPiece(assembly, id), ...sourceOf(piece) }
  const parameter = assembly.parameters.get(id)?.parameter
  if (parameter) return { id, kind: 'parameter', text: sentenceOfParameter(assembly, id), items: [], ...sourceOf(parameter) }
  const names = [...assembly.release.logic.map((each) => each.id), ...Object.keys(assembly.release.parameters)].join(', ')
  throw new CommandError({ vi: `Không có nội dung “${id}”; hãy chọn một trong: ${names}.`, en: `There is no piece “${id}”; choose one of: ${names}.` })
}

function sourceOf(from: object): Source {
  const { citation, certainty, note }: Source = from
  return { ...(citation && { citation }), ...(certainty && { certainty }), ...(note && { note }) }
}

/** What the rules rest on and what they change. */
export const headLines = ({ legal_basis: basis, changelog }: Release | Overlay, writing: Writing): readonly string[] => [
  ...writing.wrap(`${writing.say({ vi: 'Căn cứ', en: 'Legal basis' })}: ${basis.map((citation) => writing.say(citationPhrase(citation))).join('; ')}`),
  ...writing.wrap(writing.say(changelog)),
]

const sections: readonly { readonly heading: Text; readonly holds: (paragraph: Paragraph) => boolean }[] = [
  { heading: { vi: 'Mức quy định', en: 'Legal values' }, holds: ({ kind }) => kind === 'parameter' },
  { heading: { vi: 'Quy tắc', en: 'Rules' }, holds: ({ kind }) => kind !== 'parameter' },
]

/** Values first, then rules; each row and rule on lines of its own with what it rests on. */
export const proseLines = (paragraphs: readonly Paragraph[], writing: Writing): readonly string[] =>
  sections.flatMap(({ heading, holds }) => {
    const own = paragraphs.filter(holds)
    return own.length === 0 ? [] : ['', writing.style('strong', writing.say(heading)), ...own.flatMap((paragraph) => ['', ...paragraphLines(paragraph, writing)])]
  })

const paragraphLines = ({ id, text, items, ...source }: Paragraph, writing: Writing): readonly string[] => [
  ...writing.wrap(`${writing.say(text)}${items.length > 0 ? ':' : ''} ${writing.style('faint', `(${id})`)}`),
  ...sourceLines(source, writing, 2),
  ...items.flatMap(({ text: item, ...rest }, index) => [...writing.wrap(`${index + 1}. ${writing.say(item)}`, 2, 5), ...sourceLines(rest, writing, 5)]),
]

function sourceLines({ citation, certainty, note }: Source, writing: Writing, indent: number): readonly string[] {
  const line = [citation && writing.say(citationPhrase(citation)), certainty && writing.say(certaintyPhrases[certainty]), note && writing.say(note)].filter(Boolean).join(' · ')
  return line === '' ? [] : writing.wrap(`[${line}]`, indent).map((each) => writing.style('faint', each))
}
