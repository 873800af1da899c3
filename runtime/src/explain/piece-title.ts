import type { Question } from '../documents/evaluation-document.ts'
import type { MemberAnswers } from '../documents/input-document.ts'
import type { Text } from '../documents/text.ts'
import type { Assembly } from '../release/assembly.ts'
import { titleOfQuestion } from './question-title.ts'

/** The title of a parameter, piece, `set.rule` or `table.row` as results name it; the name itself where nothing bears it. */
export const pieceTitle = (assembly: Assembly, name: string): Text => {
  const parameter = assembly.parameters.get(name)?.parameter
  if (parameter) return parameter.title
  const [id = '', part = ''] = name.split('.')
  const piece = assembly.pieces.get(name)?.piece ?? assembly.pieces.get(id)?.piece
  if (piece?.kind === 'rules') return piece.rules.find((rule) => rule.id === part)?.title ?? piece.title
  if (piece?.kind === 'table') {
    const row = piece.rows.findIndex((each) => each.id === part) + 1
    return row === 0 ? piece.title : { vi: `${piece.title.vi}, dòng ${row}`, en: `${piece.title.en}, row ${row}` }
  }
  return piece?.title ?? { vi: name, en: name }
}

/** How a member is called: by name, else by number. */
export const memberTitle = (assembly: Assembly, members: readonly MemberAnswers[], id: string): Text => {
  const index = members.findIndex((member) => member.id === id)
  const name = members[index]?.[assembly.common.register.name]
  return typeof name === 'string' && name !== '' ? { vi: name, en: name } : { vi: `Thành viên ${index + 1}`, en: `Member ${index + 1}` }
}

/** The words of a question: its label, and whose it is. */
export const questionTitle = (assembly: Assembly, members: readonly MemberAnswers[], { field, member }: Question): Text => {
  const label = titleOfQuestion(assembly, field)
  if (member === undefined) return label
  const name = memberTitle(assembly, members, member)
  return { vi: `${name.vi}: ${label.vi}`, en: `${name.en}: ${label.en}` }
}
