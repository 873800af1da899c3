import { isInstalled, type Bundle, type Installation, type Text } from '@tieuchi/runtime'
import { NewerSchemaError, pendingSteps } from '@tieuchi/migrations'
import { resolve } from 'node:path'
import { planForDatabase, installIntoDatabase } from '../../bundles/bundle-into-database.ts'
import { installIntoFolder, planForFolder } from '../../bundles/bundle-into-folder.ts'
import { readConfig } from '../../plugins/config.ts'
import { asSystem } from '../../plugins/database.ts'
import { openDatabase } from '../../plugins/database-opening.ts'
import { CommandError } from '../command-error.ts'
import { readBundle } from './bundle-of-packs.ts'
import { installedLines } from './install-lines.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesCommand } from './rules-command.ts'

/** Installs a bundle: into a folder of packs, or into a database. */
export const installCommand: RulesCommand = {
  operands: { vi: '<gói>', en: '<bundle>' },
  most: 1,
  purpose: { vi: 'cài một gói vào thư mục quy định hoặc cơ sở dữ liệu, trọn vẹn hoặc không gì cả', en: 'installs a bundle into a folder of packs or a database, all of it or nothing' },
  details: [
    { vi: 'Gói phải còn nguyên. Trước khi làm, lệnh nêu từng điều vướng bằng câu: thời gian trùng, câu hỏi cùng mã mà khác nội dung, chương trình còn thiếu, và với quy định của địa phương: từng nội dung được điều chỉnh mà quy định cấp trên ở đây đã đổi hoặc bỏ, với giá trị trước và sau. Có lỗi thì không thay đổi gì; cảnh báo thì vẫn cài.', en: 'The bundle must be as it was made. First everything that stands in the way is told in sentences: days that are taken, questions of the same id with another content, programmes that are missing, and for local law each thing it changes that the rules above have otherwise here or no longer, with the values before and after. With errors nothing is changed; warnings are told and it is installed.' },
    { vi: 'Cài lại lần nữa thì không có gì phải làm. --database dùng cơ sở dữ liệu của DATABASE_URL, hoặc của DATA_FOLDER khi chương trình đang dừng; với PostgreSQL chương trình đang chạy áp dụng ngay. Đó là quyền của người quản trị máy chủ, như khi start nạp rulesets/; qua giao diện thì dùng rules import --draft và duyệt.', en: 'A second time there is nothing to do. --database is the one of DATABASE_URL, or of DATA_FOLDER while the program is stopped; with PostgreSQL programs that run apply it at once. It is the right of whoever runs the server, as when start loads rulesets/; otherwise use rules import --draft and approval.' },
    { vi: 'Mã kết thúc: 0 đã cài hoặc không có gì phải làm, 1 có lỗi nên không cài, 2 không đọc được gói.', en: 'Exit codes: 0 installed, or nothing to do; 1 something stands in the way; 2 the bundle cannot be read.' },
  ],
  options: {
    to: { type: 'string', value: { vi: 'thư mục', en: 'folder' }, help: { vi: 'cài vào thư mục quy định này', en: 'install into this folder of packs' } },
    database: { type: 'boolean', help: { vi: 'cài vào cơ sở dữ liệu của chương trình', en: 'install into the database of the program' } },
    'dry-run': { type: 'boolean', help: { vi: 'chỉ nêu sẽ làm gì', en: 'only say what would be done' } },
  },
  examples: ['install {programme}.bundle.json --to rulesets --dry-run', 'install {programme}.bundle.json --database'],
  run: async (args) => {
    const [named] = args.operands
    const [folder, database, dry] = [args.text('to'), args.flag('database'), args.flag('dry-run')]
    if (named === undefined) throw wrongUse('install', 'Cần một gói.', 'A bundle is needed.')
    if ((folder !== undefined) === database) throw wrongUse('install', 'Chọn một trong hai: --to hoặc --database.', 'Choose one: --to or --database.')
    const bundle = readBundle(named)
    return database ? intoDatabase(bundle, dry) : intoFolder(bundle, resolve(folder ?? ''), dry)
  },
}

function intoFolder(bundle: Bundle, folder: string, dry: boolean): RulesAnswer {
  if (dry) return answer(planForFolder(folder, bundle), { dry, place: { vi: folder, en: folder } })
  const { plan, files } = installIntoFolder(folder, bundle)
  return answer(plan, { dry, place: { vi: folder, en: folder }, files })
}

async function intoDatabase(bundle: Bundle, dry: boolean): Promise<RulesAnswer> {
  const root = resolve(import.meta.dirname, '../../../..')
  const config = readConfig({ root, args: [], env: process.env })
  const opened = await openDatabase(config)
  try {
    const pending = await pendingSteps(opened.db).catch((error: unknown) => {
      if (error instanceof NewerSchemaError) throw otherSchema()
      throw error
    })
    if (pending.length > 0) throw otherSchema()
    const plan = await asSystem(opened.db, (tx) => (dry ? planForDatabase(tx, bundle) : installIntoDatabase(tx, bundle)))
    return answer(plan, { dry, place: { vi: 'cơ sở dữ liệu', en: 'the database' } })
  } finally {
    await opened.close()
  }
}

const otherSchema = (): CommandError => new CommandError({ vi: 'Cơ sở dữ liệu không thuộc phiên bản này của chương trình; hãy chạy start một lần bằng đúng phiên bản rồi cài lại.', en: 'The database is not of this version of the program; run start once with the right version, then install again.' })

interface Done {
  readonly dry: boolean
  readonly place: Text
  readonly files?: readonly string[]
}

function answer(plan: Installation, { dry, place, files = [] }: Done): RulesAnswer {
  const refused = plan.issues.some(({ severity }) => severity === 'error')
  const state = refused ? 'refused' : isInstalled(plan) ? 'nothing' : dry ? 'planned' : 'installed'
  return {
    code: refused ? 1 : 0,
    data: { state, releases: plan.steps.map(({ publication }) => publication.release), programmes: plan.programmes.map(({ id }) => id), issues: plan.issues, files },
    lines: (writing) => installedLines(plan, { state, place, files }, writing),
  }
}
