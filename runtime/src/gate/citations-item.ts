import type { Issue } from '../documents/issue.ts'
import type { LogicPiece } from '../documents/logic-document.ts'
import type { Parameter } from '../documents/release-document.ts'
import type { Certainty, Citation, Text } from '../documents/text.ts'
import { met, type GateConcern, type GateFinding, type GateSubject } from './gate-item.ts'

/** Something of the law with where it stands and how sure it is. */
interface Sourced {
  readonly id: string
  readonly title: Text
  readonly path: Issue['path']
  readonly citation?: Citation | undefined
  readonly certainty?: Certainty | undefined
  readonly content: unknown
}

const parameterSources = (parameters: Readonly<Record<string, Parameter>>): readonly Sourced[] =>
  Object.entries(parameters).map(([id, parameter]) => ({ id: `parameter ${id}`, title: parameter.title, path: ['parameters', id], citation: parameter.citation, certainty: parameter.certainty, content: parameter }))

const pieceSources = (piece: LogicPiece, index: number): readonly Sourced[] => {
  const path = ['logic', index]
  if (piece.kind === 'rules') return piece.rules.map((rule, place) => ({ id: `rule ${piece.id}.${rule.id}`, title: rule.title, path: [...path, 'rules', place], citation: rule.citation, certainty: rule.certainty, content: rule }))
  if (piece.kind === 'entitlement') return [{ id: `entitlement ${piece.id}`, title: piece.title, path, citation: piece.citation, certainty: piece.certainty, content: piece }]
  if (piece.kind !== 'table') return []
  return piece.rows.map((row, place) => ({
    id: `row ${piece.id}.${row.id}`,
    title: { vi: `${piece.title.vi}, dòng ${place + 1}`, en: `${piece.title.en}, row ${place + 1}` },
    path: [...path, 'rows', place],
    citation: row.citation,
    certainty: row.certainty,
    content: row,
  }))
}

const uncited = ({ id, title, path }: Sourced): Issue => ({
  code: 'citation_missing',
  severity: 'error',
  path,
  params: { id },
  message: { vi: `“${title.vi}” chưa có căn cứ. Hãy ghi số văn bản và điều khoản.`, en: `“${title.en}” has no citation. Enter the document and its article.` },
})

const doubts: Readonly<Partial<Record<Certainty, (title: Text) => Text>>> = {
  open: (title) => ({ vi: `“${title.vi}” còn để ngỏ: văn bản chưa xác định.`, en: `“${title.en}” is open: not established in the law.` }),
  assumed: (title) => ({ vi: `“${title.vi}” là giá trị tạm dùng, mọi kết quả dựa vào đó đều ghi rõ.`, en: `“${title.en}” is assumed; every result that rests on it says so.` }),
}

const concernOf = ({ id, title, certainty, content }: Sourced): readonly GateConcern[] => {
  const sentence = certainty && doubts[certainty]?.(title)
  return sentence ? [{ id, sentence, content }] : []
}

/** Everything of the law names its article; what is open or assumed has been seen by somebody who answers for it. */
export const citationsItem = ({ draft: { release } }: GateSubject): GateFinding => {
  const sources = [...parameterSources(release.parameters), ...release.logic.flatMap(pieceSources)]
  const missing = sources.filter(({ citation, certainty }) => citation === undefined && certainty !== 'open')
  const concerns = sources.flatMap(concernOf)
  if (missing.length > 0) {
    return {
      met: false,
      sentence: { vi: `${missing.length} nội dung chưa có căn cứ.`, en: `${missing.length} parts have no citation.` },
      remedy: { vi: 'Ghi số văn bản và điều khoản cho từng nội dung.', en: 'Enter document and article for each.' },
      issues: missing.map(uncited),
      concerns,
    }
  }
  if (concerns.length === 0) return met({ vi: 'Mọi nội dung đều có căn cứ.', en: 'Every part names its article.' })
  return { met: true, sentence: { vi: `Mọi nội dung đều có căn cứ; ${concerns.length} nội dung còn để ngỏ hoặc tạm dùng cần xác nhận.`, en: `Every part names its article; ${concerns.length} open or assumed ones to acknowledge.` }, issues: [], concerns }
}
