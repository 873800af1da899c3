import type { CommonAdditions, Installation, Issue, Text } from '@tieuchi/runtime'
import { withDays } from './bundle-words.ts'
import type { Writing } from './rules-writing.ts'

interface Told {
  readonly state: 'refused' | 'nothing' | 'planned' | 'installed'
  readonly place: Text
  readonly files: readonly string[]
}

/** What an installation came to, for people. */
export function installedLines(plan: Installation, { state, place, files }: Told, writing: Writing): readonly string[] {
  const issues = plan.issues.flatMap((issue) => issueLines(issue, writing))
  const steps = [...addedLines(plan.additions), ...plan.steps.map(({ file: { release, manifest: { programme }, }, publication: { valid_from: from, valid_to: to } }) => inForce(programme, withDays({ title: release.title, ...(from !== undefined && { valid_from: from }), ...(to !== undefined && { valid_to: to }) })))]
  return [
    ...issues,
    ...(issues.length > 0 ? [''] : []),
    writing.say(heads[state](place)),
    ...(state === 'planned' || state === 'installed' ? steps.map((step) => `  • ${writing.say(step)}`) : []),
    ...files.map((file) => `  ${file}`),
  ]
}

const heads: Readonly<Record<Told['state'], (place: Text) => Text>> = {
  refused: (place) => ({ vi: `Không cài và không thay đổi gì trong ${place.vi}: hãy xử lý các lỗi trên.`, en: `Nothing was installed or changed in ${place.en}: see to the errors above.` }),
  nothing: (place) => ({ vi: `Không có gì phải làm: ${place.vi} đã có đủ.`, en: `Nothing to do: all of it is in ${place.en} already.` }),
  planned: (place) => ({ vi: `Sẽ làm trong ${place.vi} (chưa thay đổi gì):`, en: `Would be done in ${place.en} (nothing was changed):` }),
  installed: (place) => ({ vi: `Đã cài vào ${place.vi}:`, en: `Installed into ${place.en}:` }),
}

function issueLines({ severity, message }: Issue, writing: Writing): readonly string[] {
  const word = severity === 'error' ? { vi: 'lỗi', en: 'error' } : { vi: 'cảnh báo', en: 'warning' }
  return writing.wrap(`${writing.style(severity === 'error' ? 'bad' : 'warning', writing.say(word))}: ${writing.say(message)}`, 0, 2)
}

const inForce = (programme: string, { vi, en }: Text): Text => ({ vi: `áp dụng “${vi}” của chương trình ${programme}`, en: `puts “${en}” of the programme ${programme} in force` })

function addedLines({ fields, lists, entries, facts }: CommonAdditions): readonly Text[] {
  const questions = Object.values(fields).flatMap((group: CommonAdditions['fields']['household']) => Object.values(group).map((field) => field['x-label']))
  return [
    ...questions.map(({ vi, en }) => ({ vi: `thêm câu hỏi “${vi}” vào từ điển`, en: `adds the question “${en}” to the dictionary` })),
    ...lists.map(({ title: { vi, en } }) => ({ vi: `thêm danh mục “${vi}”`, en: `adds the list “${en}”` })),
    ...Object.entries(entries).flatMap(([list, added]) => added.map(({ title: { vi, en } }) => ({ vi: `thêm mục “${vi}” vào danh mục ${list}`, en: `adds “${en}” to the list ${list}` }))),
    ...facts.map(({ title: { vi, en } }) => ({ vi: `thêm cách tính dùng chung “${vi}”`, en: `adds the shared calculation “${en}”` })),
  ]
}
