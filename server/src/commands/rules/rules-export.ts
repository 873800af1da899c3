import { releaseFileText, type ReleaseFile } from '@tieuchi/runtime'
import { writeFileSync } from 'node:fs'
import { CommandError } from '../command-error.ts'
import { call, withServer, type ServerAddress } from '../server-connection.ts'
import { wrongUse } from './rules-arguments.ts'
import type { RulesAnswer, RulesCommand } from './rules-command.ts'
import { fileOfPack } from './release-files.ts'
import { serverOf, serverOptions } from './rules-server.ts'

/** Puts a release with its manifest and hash into one file. */
export const exportCommand: RulesCommand = {
  operands: { vi: '<bản quy định>', en: '<release>' },
  most: 1,
  purpose: { vi: 'ghi một bản quy định thành một tệp, kèm mã kiểm tra', en: 'writes a release as one file with its hashes' },
  details: [
    { vi: 'Bản quy định là tên ({newest}) hoặc thư mục. Với --server, đó là mã băm của bản đã ban hành hoặc mã của bản nháp trên máy chủ. Không có --to thì in ra màn hình. Cùng một bản luôn cho cùng một tệp.', en: 'The release is a name ({newest}) or a folder. With --server it is the hash of a published release or the id of a draft there. Without --to the file is written to the screen. The same release always gives the same file.' },
  ],
  options: {
    to: { type: 'string', value: { vi: 'tệp', en: 'file' }, help: { vi: 'ghi vào tệp này; không ghi đè tệp có sẵn', en: 'write to this file; one that exists is not overwritten' } },
    ...serverOptions,
  },
  examples: ['export {newest} --to release.json', 'export 4b2f…e1 --server https://… --login haiphong.soan'],
  run: async (args) => {
    const [named] = args.operands
    if (named === undefined) throw wrongUse('export', 'Cần một bản quy định.', 'A release is needed.')
    const server = serverOf('export', args)
    const text = server ? await fetchFile(server, named) : releaseFileText(fileOfPack(named))
    return written(JSON.parse(text), text, args.text('to'))
  },
}

/** The bytes as the server sends them. */
const fetchFile = (server: ServerAddress, named: string): Promise<string> => {
  const path = /^[0-9a-f]{64}$/.test(named) ? `/api/releases/${named}/file` : `/api/drafts/${encodeURIComponent(named)}/file`
  return withServer(server, named, async (connection) => (await call(connection, 'GET', path)).text())
}

function written(file: ReleaseFile, text: string, to: string | undefined): RulesAnswer {
  if (to === undefined) return { code: 0, data: file, lines: () => [text.trimEnd()] }
  writeNew(to, text)
  return {
    code: 0,
    data: { file: to, hash: file.hash, release: file.manifest.documents.release },
    lines: (writing) => [writing.say({ vi: `Đã ghi “${file.release.title.vi}” vào ${to}, mã kiểm tra ${file.hash}.`, en: `Wrote “${file.release.title.en}” to ${to}, hash ${file.hash}.` })],
  }
}

/** Writes a file that is not there yet. */
export function writeNew(path: string, text: string): void {
  try {
    writeFileSync(path, text, { flag: 'wx' })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'EEXIST') throw new CommandError({ vi: `${path}: đã có tệp này; hãy chọn tên khác hoặc xoá tệp cũ.`, en: `${path}: exists; choose another name, or remove it.` })
    throw new CommandError({ vi: `${path}: không ghi được (${code}); hãy kiểm tra thư mục và quyền ghi.`, en: `${path}: cannot be written (${code}); check the folder and its permissions.` })
  }
}
