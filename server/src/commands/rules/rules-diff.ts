import { diffCommon, diffReleases, sentencesOfChanges, sentencesOfCommonChanges, type DocumentChange, type Text } from '@tieuchi/runtime'
import { comparisonOf, differentKinds, readCompared, type ComparedDocument } from './compared-document.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesCommand } from './rules-command.ts'

/** What one document changes against another, in sentences and as typed changes. */
export const diffCommand: RulesCommand = {
  operands: { vi: '<bản cũ> <bản mới>', en: '<before> <after>' },
  most: 2,
  purpose: { vi: 'so sánh hai bản quy định, nêu từng thay đổi bằng câu', en: 'compares two releases and says each change in a sentence' },
  details: [
    { vi: 'Mỗi bên là tên ({older}), thư mục, hoặc một tệp .json chứa trọn một bản quy định. Một bản địa phương đặt cạnh bản quốc gia được so sánh như khi áp dụng trên bản đó. So sánh phần dùng chung của hai bộ bằng “common” và <thư mục>/common. Thời gian đề nghị áp dụng không thuộc nội dung so sánh.', en: 'Each side is a name ({older}), a folder, or a .json file that holds one whole release. Local rules beside national ones are compared as they hold on them. The shared documents of two packs are compared by “common” and <folder>/common. The period proposed is no part of the comparison.' },
    { vi: 'Mã kết thúc như lệnh diff: 0 giống nhau, 1 khác nhau, 2 không so sánh được. Với --json, mỗi thay đổi có loại, đối tượng, đường dẫn theo mã và giá trị trước, sau.', en: 'Exit codes are those of diff: 0 the same, 1 different, 2 trouble. With --json each change has its kind, thing, path by ids, and the values before and after.' },
  ],
  options: {},
  examples: ['diff {older} {newest}', 'diff {newest} ../draft --json', 'diff common ../other/common'],
  run: async ({ operands: [before, after] }) => {
    if (before === undefined || after === undefined) throw wrongUse('diff', 'Cần hai bản quy định để so sánh.', 'Two releases to compare are needed.')
    return compare(readCompared(before), readCompared(after))
  },
}

interface Comparison {
  readonly changes: readonly DocumentChange[]
  sentences(changes: readonly DocumentChange[]): readonly Text[]
}

function compare(before: ComparedDocument, after: ComparedDocument): RulesAnswer {
  const { changes, sentences } = changesBetween(before, after)
  const groups = [...Map.groupBy(changes, ({ path: [document = ''] }) => (Object.hasOwn(documents, document) ? document : 'release')).entries()].toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b))
  const told = groups.map(([document, some]) => ({ document, sentences: sentences(some) }))
  return {
    code: changes.length === 0 ? 0 : 1,
    data: { before: before.title, after: after.title, equal: changes.length === 0, documents: told, changes },
    lines: (writing) => [
      `${writing.style('strong', writing.say(before.title))} → ${writing.style('strong', writing.say(after.title))}`,
      ...told.flatMap((group) => [
        '',
        writing.style('strong', writing.say(documents[group.document] ?? documents.release)),
        ...group.sentences.flatMap((sentence) => writing.wrap(`• ${asSentence(writing.say(sentence))}`, 2, 4)),
      ]),
      '',
      changes.length === 0
        ? writing.say({ vi: 'Hai bản giống nhau.', en: 'The two are the same.' })
        : writing.say({ vi: `${changes.length} thay đổi.`, en: `${changes.length} ${changes.length === 1 ? 'change' : 'changes'}.` }),
    ],
  }
}

function changesBetween(a: ComparedDocument, b: ComparedDocument): Comparison {
  if (a.kind === 'rules' && b.kind === 'rules') {
    const comparison = comparisonOf(a, b)
    return { changes: diffReleases(comparison.before, comparison.after), sentences: (changes) => sentencesOfChanges(changes, comparison) }
  }
  if (a.kind !== b.kind) throw differentKinds()
  const comparison = { before: a.common, after: b.common }
  return { changes: diffCommon(a.common, b.common), sentences: (changes) => sentencesOfCommonChanges(changes, comparison) }
}

/** The documents by the first step of a change, in the order they are told. */
const documents: Readonly<Record<string, Text>> & { readonly release: Text } = {
  release: { vi: 'Thông tin chung', en: 'About the release' },
  dictionary: { vi: 'Từ điển', en: 'Dictionary' },
  lists: { vi: 'Danh mục', en: 'Code lists' },
  facts: { vi: 'Dữ kiện dùng chung', en: 'Shared facts' },
  register: { vi: 'Sổ đăng ký', en: 'Register' },
  parameters: { vi: 'Mức quy định', en: 'Legal values' },
  logic: { vi: 'Quy tắc', en: 'Rules' },
  forms: { vi: 'Biểu mẫu', en: 'Forms' },
  cases: { vi: 'Tình huống mẫu', en: 'Worked cases' },
}

const order = Object.keys(documents)

const asSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?…]”?$/.test(words) ? '' : '.'}`
