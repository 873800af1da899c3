import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { isDay, type CommonDocument, type Subject, type Text, type UnitDocument } from '@tieuchi/runtime'
import { inFolder } from '../../bundles/release-folder.ts'
import { writeTogether } from '../../bundles/write-together.ts'
import { dayOf } from '../../plugins/clock.ts'
import { openPacks } from '../../policies/pack-files.ts'
import { PackFolder } from '../../policies/pack-folder.ts'
import { PackSource } from '../../policies/pack-source.ts'
import { CommandError } from '../command-error.ts'
import { ownRulesets } from '../own-rulesets.ts'
import { localFolder, newField, newProgrammeFiles, releaseFolder, type NewProgramme } from './new-programme.ts'
import { questions, terminal, type Ask } from './new-programme-questions.ts'
import { allOwnPacks, holdsPacks } from './pack-selection.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesArguments, RulesCommand } from './rules-command.ts'

/** Begins a programme: a folder with a question, a rule, a result, a form and cases, which checks and tests as it is. */
export const makeCreateCommand = (asking: () => Ask | undefined): RulesCommand => ({
  operands: { vi: '<chương trình>', en: '<programme>' },
  most: 1,
  purpose: { vi: 'tạo thư mục của một chương trình mới, kiểm tra và chạy được ngay', en: 'begins a new programme: a folder that checks and tests at once' },
  details: [
    { vi: 'Thư mục có một câu hỏi, một quy tắc, một kết quả, một quyền lợi, một biểu mẫu và các ca đạt. Chỗ nào phải theo văn bản đều ghi “[?]”: không có số liệu hay điều khoản nào được bịa ra. Câu hỏi mới nằm trong additions.json của chương trình và thuộc từ điển chung.', en: 'The folder has a question, a rule, a result, an entitlement, a form and cases that pass. Whatever the law has to say is marked “[?]”: no value and no article is invented. The new question stands in additions.json of the programme and belongs to the common dictionary.' },
    { vi: 'Mặc định tạo trong rulesets/; không ghi đè gì. Trên màn hình dòng lệnh, điều chưa ghi trong tuỳ chọn thì được hỏi.', en: 'It is made in rulesets/ unless said; nothing is overwritten. On a terminal what no option says is asked.' },
  ],
  options: {
    title: { type: 'string', value: { vi: 'tên', en: 'title' }, help: { vi: 'tên tiếng Việt', en: 'the title in Vietnamese' } },
    'title-en': { type: 'string', value: { vi: 'tên', en: 'title' }, help: { vi: 'tên tiếng Anh', en: 'the title in English' } },
    of: { type: 'string', value: { vi: 'household|members', en: 'household|members' }, help: { vi: 'ai được hưởng: cả hộ (mặc định) hay từng thành viên', en: 'who gets it: the household (unless said) or each member' } },
    from: { type: 'string', value: { vi: 'ngày', en: 'day' }, help: { vi: 'ngày đầu tiên áp dụng, mặc định hôm nay', en: 'first day, today unless said' } },
    unit: { type: 'string', value: { vi: 'mã', en: 'id' }, help: { vi: 'thêm quy định của đơn vị này trên quy định quốc gia', en: 'add local rules of this unit on the national ones' } },
    to: { type: 'string', value: { vi: 'thư mục', en: 'folder' }, help: { vi: 'tạo trong thư mục này thay vì rulesets/', en: 'make it in this folder instead of rulesets/' } },
  },
  examples: ['create elder-visits --title "Thăm hỏi người cao tuổi" --title-en "Visits to the elderly" --from 2028-01-01', 'create elder-visits --of members --unit hai-phong-2025 --to ../drafts'],
  run: async (args) => {
    const [id] = args.operands
    if (id === undefined) throw wrongUse('create', 'Cần mã chương trình.', 'The id of a programme is needed.')
    demandId(id)
    const parent = resolve(args.text('to') ?? ownRulesets)
    const folder = join(parent, id)
    demandFree(id, folder)
    const ground = readGround(parent)
    const asked = { id, register: ground.common.register, ...(await readAsked(args, asking())) }
    demandFits(asked, ground)
    writeTogether(parent, inFolder(id, newProgrammeFiles(asked)))
    return created(asked, folder)
  },
})

export const createCommand = makeCreateCommand(terminal)

interface Ground {
  readonly common: CommonDocument
  readonly units: readonly UnitDocument[]
}

/** What the new programme will be read with: what its folder shares, else what this checkout does. */
function readGround(parent: string): Ground {
  const folder = holdsPacks(parent) ? new PackFolder({ '': parent }) : allOwnPacks.folder
  const source = new PackSource(folder)
  const { common, units } = openPacks(source)
  if (!common) throw new CommandError({ vi: 'Phần dùng chung (common) còn lỗi; hãy chạy rules check và sửa trước.', en: 'What is shared (common) has errors; run rules check and correct them first.' })
  return { common: common.document, units }
}

function demandId(id: string): void {
  if (/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id) && !['common', 'units', 'demo'].includes(id)) return
  throw wrongUse('create', `“${id}” không làm mã chương trình được: dùng chữ thường không dấu, chữ số và gạch nối, không phải common, units, demo.`, `“${id}” cannot be the id of a programme: use lower-case letters, digits and hyphens, and not common, units or demo.`)
}

function demandFree(id: string, folder: string): void {
  for (const path of [folder, join(ownRulesets, id)]) {
    if (existsSync(path)) throw new CommandError({ vi: `${path}: đã có chương trình này; hãy chọn mã khác. Để soạn bản mới của nó, hãy chép bản gần nhất.`, en: `${path}: this programme exists; choose another id. For a new release of it, copy the newest one.` })
  }
}

type Asked = Omit<NewProgramme, 'id' | 'register'>

async function readAsked(args: RulesArguments, ask: Ask | undefined): Promise<Asked> {
  const usual = { title: '', 'title-en': '', of: 'household', from: dayOf(new Date()), unit: '' }
  const read = async (name: keyof typeof questions): Promise<string> => args.text(name) ?? (await ask?.(questions[name], usual[name])) ?? usual[name]
  const title: Text = { vi: await read('title'), en: await read('title-en') }
  if (title.vi.trim() === '' || title.en.trim() === '') throw wrongUse('create', 'Cần tên bằng cả hai thứ tiếng: --title và --title-en.', 'The title is needed in both languages: --title and --title-en.')
  const of = await read('of')
  if (!isSubject(of)) throw wrongUse('create', `--of: “${of}” không có; chọn household hoặc members.`, `--of: there is no “${of}”; choose household or members.`)
  const from = await read('from')
  if (!isDay(from)) throw wrongUse('create', `--from: “${from}” không phải ngày theo dạng 2026-12-31.`, `--from: “${from}” is not a day like 2026-12-31.`)
  const unit = await read('unit')
  return { title, of, from, ...(unit !== '' && { unit }) }
}

const isSubject = (text: string): text is Subject => text === 'household' || text === 'members'

function demandFits(asked: NewProgramme, { common: { dictionary: { properties }, facts }, units }: Ground): void {
  const field = newField(asked)
  const names = [...[properties.household, properties.members.items, properties.unit].flatMap((group) => Object.keys(group.properties)), ...facts.map(({ id }) => id)]
  if (names.includes(field)) throw new CommandError({ vi: `Từ điển đã có “${field}”; hãy chọn mã chương trình khác.`, en: `The dictionary has “${field}” already; choose another id for the programme.` })
  const { unit } = asked
  if (unit !== undefined && units.every(({ id }) => id !== unit)) throw wrongUse('create', `--unit: không có đơn vị “${unit}”; hãy ghi mã (id) của một đơn vị trong thư mục units, như ${units[0]?.id ?? 'ha-noi'}.`, `--unit: there is no unit “${unit}”; give the id of a unit of the folder units, like ${units[0]?.id ?? 'ha-noi'}.`)
}

function created(asked: NewProgramme, folder: string): RulesAnswer {
  const isOwn = dirname(folder) === ownRulesets
  const near = relative(process.cwd(), folder)
  const named = isOwn ? asked.id : near.startsWith('..') ? folder : near
  const files = Object.keys(newProgrammeFiles(asked))
  const shown = isOwn || holdsPacks(dirname(folder))
  return {
    code: 0,
    data: { programme: asked.id, folder, release: releaseFolder(asked), ...(asked.unit !== undefined && { local: localFolder(asked, asked.unit) }), files },
    lines: (writing) => [
      writing.say({ vi: `Đã tạo chương trình “${asked.title.vi}” trong ${named}:`, en: `Began the programme “${asked.title.en}” in ${named}:` }),
      ...files.map((file) => `  ${file}`),
      '',
      writing.style('strong', writing.say({ vi: 'Việc tiếp theo', en: 'What to do next' })),
      writing.say({ vi: `  1. rules check ${named} --all   mỗi chỗ còn “[?]”: ghi căn cứ và mức theo văn bản`, en: `  1. rules check ${named} --all   each “[?]” left: write what the law says, with its article` }),
      writing.say({ vi: `  2. rules test ${named}          sau mỗi lần sửa câu hỏi, quy tắc, biểu mẫu`, en: `  2. rules test ${named}          after each change of questions, rules and forms` }),
      shown
        ? writing.say({ vi: `  3. start${isOwn ? '' : ` --rulesets ${relative(process.cwd(), dirname(folder)) || '.'}`}   chương trình hiện ở trang Chính sách; ngày ${asked.from} là ngày đầu tiên áp dụng`, en: `  3. start${isOwn ? '' : ` --rulesets ${relative(process.cwd(), dirname(folder)) || '.'}`}   the page Policies shows the programme; its first day is ${asked.from}` })
        : writing.say({ vi: `  3. rules bundle ${named} --to ${asked.id}.json, rồi rules install ${asked.id}.json   đưa vào rulesets/ hoặc cơ sở dữ liệu`, en: `  3. rules bundle ${named} --to ${asked.id}.json, then rules install ${asked.id}.json   takes it into rulesets/ or a database` }),
    ],
  }
}
