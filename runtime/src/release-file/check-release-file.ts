import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import { hashDocument } from '../release/hash.ts'
import { hashesOf, type FileDocuments, type ReleaseFile } from './release-file.ts'

const names: Readonly<Record<keyof FileDocuments, Text>> = {
  programme: { vi: 'Phần chương trình', en: 'The programme' },
  release: { vi: 'Bản quy định', en: 'The release' },
  additions: { vi: 'Phần bổ sung dùng chung', en: 'What is added to what all share' },
  common: { vi: 'Phần dùng chung', en: 'What all share' },
}

const remedy: Text = { vi: 'tệp đã bị sửa hoặc hỏng. Hãy xuất lại tệp từ nơi gốc.', en: 'the file was changed or damaged. Export it again where it comes from.' }

const issue = (code: string, path: Issue['path'], params: Issue['params'], message: Text): Issue => ({ code, severity: 'error', path, params, message })

/** What keeps a file that fits its schema from being taken: parts that are not those its manifest names, or a manifest that is another. */
export function checkReleaseFile(file: ReleaseFile): readonly Issue[] {
  const { manifest, hash } = file
  const found = hashesOf(file)
  const changed = (Object.keys(names) as (keyof FileDocuments)[]).filter((name) => found[name] !== manifest.documents[name]).map((name) =>
    issue('file_document_changed', [name], { expected: manifest.documents[name], found: found[name] }, {
      vi: `${names[name].vi} không khớp với mã kiểm tra ${short(manifest.documents[name])} (tính ra ${short(found[name])}): ${remedy.vi}`,
      en: `${names[name].en} does not match the hash ${short(manifest.documents[name])} (it is ${short(found[name])}): ${remedy.en}`,
    }))
  const own = hashDocument(manifest)
  return [
    ...changed,
    ...(own === hash ? [] : [issue('file_manifest_changed', ['manifest'], { expected: hash, found: own }, {
      vi: `Phần mô tả của tệp không khớp với mã kiểm tra ${short(hash)} (tính ra ${short(own)}): ${remedy.vi}`,
      en: `The manifest does not match the hash ${short(hash)} (it is ${short(own)}): ${remedy.en}`,
    })]),
    ...otherProgrammes(file),
  ]
}

/** The beginning of a hash, enough to tell two apart. */
const short = (hash: string): string => `${hash.slice(0, 12)}…`

function otherProgrammes({ manifest, programme, release }: ReleaseFile): readonly Issue[] {
  const places = [[['programme', 'id'], programme.id], [['release', 'programme'], release.programme]] as const
  return places.filter(([, id]) => id !== manifest.programme).map(([path, id]) =>
    issue('file_programme', path, { expected: manifest.programme, found: id }, {
      vi: `Tệp là của chương trình “${manifest.programme}” nhưng ở đây ghi “${id}”: ${remedy.vi}`,
      en: `The file is of the programme “${manifest.programme}”, but this says “${id}”: ${remedy.en}`,
    }))
}
