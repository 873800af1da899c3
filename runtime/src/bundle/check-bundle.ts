import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import { checkReleaseFile } from '../release-file/check-release-file.ts'
import { canonicalJson } from '../release/canonical-json.ts'
import { hashDocument } from '../release/hash.ts'
import { releaseFilesOf, titleOf, type Bundle } from './bundle.ts'

const remedy: Text = { vi: 'gói đã bị sửa hoặc hỏng. Hãy lấy lại gói từ nơi đã tạo.', en: 'the bundle was changed or damaged. Get it again from where it was made.' }

const changed = (path: Issue['path'], { vi, en }: Text): Issue =>
  ({ code: 'bundle_changed', severity: 'error', path, params: {}, message: { vi: `${vi}: ${remedy.vi}`, en: `${en}: ${remedy.en}` } })

/** What keeps a bundle that fits its schema from being taken: anything in it that is not what its manifest says. */
export const checkBundle = (bundle: Bundle): readonly Issue[] => {
  const { manifest, hash, releases, bases } = bundle
  const files = releaseFilesOf(bundle)
  const based = new Set(Object.values(manifest.needs.bases).flat())
  const found = new Set(bases.map(hashDocument))
  return [
    ...(hashDocument(manifest) === hash ? [] : [changed(['manifest'], { vi: 'Phần mô tả không khớp với mã kiểm tra', en: 'The manifest does not match its hash' })]),
    ...files.flatMap((file, index) => checkReleaseFile(file).map((issue) => ({ ...issue, path: ['releases', index, ...issue.path] }))),
    ...(same(releases.map((each) => each.hash), manifest.files) && same(releases.map(titleOf), manifest.contents) ? [] : [changed(['releases'], { vi: 'Các bản quy định không phải là những bản ghi trong phần mô tả', en: 'The releases are not those the manifest lists' })]),
    ...(releases.every((each) => each.manifest.documents.common === manifest.common) ? [] : [changed(['common'], { vi: 'Phần dùng chung không khớp với phần mô tả', en: 'What all share is not what the manifest says' })]),
    ...(based.size === found.size && [...based].every((each) => found.has(each)) ? [] : [changed(['bases'], { vi: 'Quy định cấp trên kèm theo không khớp với phần mô tả', en: 'The rules above that go with it are not those the manifest lists' })]),
  ]
}

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b)
