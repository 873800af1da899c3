import { releaseFileText, type Issue, type ReleaseFile } from '@tieuchi/runtime'
import type { ImportedDraft } from '../../drafts/draft-schema.ts'
import { issueLine } from '../decide-error.ts'
import { call, readJson, withServer, type ServerAddress } from '../server-connection.ts'
import { fileOfPack, readReleaseFile } from './release-files.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesCommand } from './rules-command.ts'
import { serverOf, serverOptions } from './rules-server.ts'
import { unpackReleaseFile, type Unpacked } from './unpack-release-file.ts'

/** Takes up a file with a release: as a folder of packs, or as a draft of a running server. */
export const importCommand: RulesCommand = {
  operands: { vi: '<tệp>', en: '<file>' },
  most: 1,
  purpose: { vi: 'kiểm tra một tệp bản quy định, mở thành thư mục hoặc thành bản nháp', en: 'checks a file of a release, and unpacks it or begins a draft from it' },
  details: [
    { vi: 'Tệp phải còn nguyên như khi xuất; phần nào khác mã kiểm tra thì nêu tên phần đó và không nhập gì. Không có tuỳ chọn thì chỉ kiểm tra.', en: 'The file must be as it was exported; parts that do not match their hashes are named, and nothing is taken. Without options it is only checked.' },
    { vi: 'Với --draft, cũng nhận tên hay thư mục của một bản quy định ({newest}); bản nháp trên máy chủ giữ nguyên nội dung, rồi được trình duyệt như mọi bản nháp.', en: 'With --draft a name or folder of a release ({newest}) is taken too; the draft on the server has the very same content, and then goes the way of every draft.' },
  ],
  options: {
    to: { type: 'string', value: { vi: 'thư mục', en: 'folder' }, help: { vi: 'mở vào thư mục quy định này; không ghi đè', en: 'unpack into this folder of packs; nothing is overwritten' } },
    draft: { type: 'boolean', help: { vi: 'tạo bản nháp trên máy chủ của --server', en: 'begin a draft on the server of --server' } },
    ...serverOptions,
  },
  examples: ['import release.json', 'import release.json --to ../packs', 'import {newest} --draft --server https://… --login haiphong.soan'],
  run: async (args) => {
    const [named] = args.operands
    if (named === undefined) throw wrongUse('import', 'Cần một tệp.', 'A file is needed.')
    const [server, folder] = [serverOf('import', args), args.text('to')]
    if (args.flag('draft') !== (server !== undefined)) throw wrongUse('import', '--draft và --server đi cùng nhau.', '--draft and --server go together.')
    if (server && folder !== undefined) throw wrongUse('import', 'Chọn một trong hai: --to hoặc --draft.', 'Choose one: --to or --draft.')
    if (server) return beginDraft(server, named)
    const file = readReleaseFile(named)
    return folder === undefined ? checked(named, file) : unpacked(file, unpackReleaseFile(file, folder))
  },
}

const summaryOf = ({ hash, manifest: { programme, documents, valid_from: from, valid_to: to } }: ReleaseFile) => ({ programme, release: documents.release, hash, valid_from: from, valid_to: to })

function checked(named: string, file: ReleaseFile): RulesAnswer {
  const { title } = file.release
  return {
    code: 0,
    data: summaryOf(file),
    lines: (writing) => [writing.say({ vi: `${named}: “${title.vi}” còn nguyên vẹn, mã của bản quy định ${file.manifest.documents.release}.`, en: `${named}: “${title.en}” is as it was exported, hash of the release ${file.manifest.documents.release}.` })],
  }
}

function unpacked(file: ReleaseFile, { folder, missing }: Unpacked): RulesAnswer {
  return {
    code: missing.length > 0 ? 1 : 0,
    data: { ...summaryOf(file), folder, issues: missing },
    lines: (writing) => [
      writing.say({ vi: `Đã mở “${file.release.title.vi}” vào ${folder}.`, en: `Unpacked “${file.release.title.en}” into ${folder}.` }),
      ...missing.flatMap(({ message }) => writing.wrap(`• ${writing.say(message)}`, 2, 4)),
    ],
  }
}

async function beginDraft(server: ServerAddress, named: string): Promise<RulesAnswer> {
  const file = named.endsWith('.json') ? readReleaseFile(named) : fileOfPack(named)
  const draft = await withServer(server, named, async (connection): Promise<ImportedDraft> => readJson(connection, await call(connection, 'POST', '/api/drafts/import', JSON.parse(releaseFileText(file)))))
  const address = new URL(`/drafts/${draft.id}`, server.url).href
  return {
    code: draft.issues.length > 0 ? 1 : 0,
    data: { ...summaryOf(file), draft: draft.id, address, issues: draft.issues },
    lines: (writing) => [
      writing.say({ vi: `Đã tạo bản nháp “${file.release.title.vi}”: ${address}`, en: `Began the draft “${file.release.title.en}”: ${address}` }),
      ...draft.issues.map((issue: Issue) => issueLine(named, issue, writing.language)),
    ],
  }
}
