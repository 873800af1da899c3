import { sharedIssues, type CommonDocument, type Issue, type ReleaseFile } from '@tieuchi/runtime'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commonFiles, inFolder, releaseFiles } from '../../bundles/release-folder.ts'
import { writeTogether } from '../../bundles/write-together.ts'
import { openPacks } from '../../policies/pack-files.ts'
import { PackFolder } from '../../policies/pack-folder.ts'
import { PackSource } from '../../policies/pack-source.ts'
import { CommandError } from '../command-error.ts'

/** Where a file was unpacked, and what the folder shares otherwise than the file. */
export interface Unpacked {
  readonly folder: string
  readonly missing: readonly Issue[]
}

/**
 * Writes a file's release as a folder of its programme. Programme and shared documents are written only where the folder
 * has none; a folder of the release that exists is refused. All of it is there afterwards, or nothing.
 */
export function unpackReleaseFile(file: ReleaseFile, packs: string): Unpacked {
  const { programme, manifest, common } = file
  const name = `${programme.id}/${manifest.valid_from ?? manifest.documents.release.slice(0, 8)}`
  const folder = join(packs, name)
  if (existsSync(folder)) throw new CommandError({ vi: `${folder}: đã có thư mục này; hãy đổi tên hoặc chuyển đi rồi nhập lại.`, en: `${folder}: exists; rename or move it, then import again.` })
  const here = sharedIn(packs)
  if (here === 'broken') throw new CommandError({ vi: `${join(packs, 'common')}: phần dùng chung còn lỗi; hãy chạy rules check và sửa trước.`, en: `${join(packs, 'common')}: what is shared there has errors; run rules check and correct them first.` })
  writeTogether(packs, {
    ...(here === undefined && inFolder('common', commonFiles(common))),
    ...(!existsSync(join(packs, programme.id, 'programme.json')) && { [`${programme.id}/programme.json`]: programme }),
    ...inFolder(name, releaseFiles(file)),
  })
  return { folder, missing: here ? sharedIssues(here, common) : [] }
}

function sharedIn(packs: string): CommonDocument | 'broken' | undefined {
  if (!existsSync(join(packs, 'common'))) return undefined
  return openPacks(new PackSource(new PackFolder({ '': packs }))).common?.document ?? 'broken'
}
