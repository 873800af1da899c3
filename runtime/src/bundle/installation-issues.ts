import type { Issue } from '../documents/issue.ts'
import type { Text } from '../documents/text.ts'
import type { Publication } from '../release/publication.ts'
import { formatDate } from '../values/format.ts'
import type { BundledRelease } from './bundle.ts'

const issue = (severity: Issue['severity'], code: string, path: Issue['path'], params: Issue['params'], message: Text): Issue => ({ code, severity, path, params, message })

const days = ({ valid_from: from, valid_to: to }: Pick<Publication, 'valid_from' | 'valid_to'>): Text => {
  const [first, last] = [from && formatDate(from), to && formatDate(to)]
  return {
    vi: [first ? `từ ${first}` : 'từ trước', last ? `đến ${last}` : ''].filter(Boolean).join(' '),
    en: [first ? `from ${first}` : 'from before', last ? `to ${last}` : 'on'].filter(Boolean).join(' '),
  }
}

/** Other rules of the same programme and scope are in force in the days of a release. */
export const periodTaken = ({ release: { title }, manifest: { programme } }: BundledRelease, there: Publication, other: Text, path: Issue['path']): Issue =>
  issue('error', 'install_period', path, { programme }, {
    vi: `“${title.vi}” trùng thời gian với “${other.vi}” đang có ${days(there).vi}; hãy sửa valid_from, valid_to của gói, hoặc ghi ngày kết thúc cho bản đang có.`,
    en: `“${title.en}” covers days of “${other.en}”, which is there ${days(there).en}; correct valid_from and valid_to of the bundle, or end what is there.`,
  })

/** A programme that is read is neither here nor in the bundle. */
export const programmeMissing = (title: Text, programme: string, path: Issue['path']): Issue =>
  issue('error', 'install_programme_missing', path, { programme }, {
    vi: `“${title.vi}” đọc kết quả của chương trình “${programme}”, mà ở đây chưa có chương trình này; hãy cài chương trình đó trước.`,
    en: `“${title.en}” reads the programme “${programme}”, which is not here; install that first.`,
  })

/** The release of another programme that is in force here is not the one a release was made with. */
export const readOther = (title: Text, programme: string, here: Text | undefined, path: Issue['path']): Issue =>
  issue('warning', 'install_reads_other', path, { programme }, here
    ? {
        vi: `“${title.vi}” được soạn cùng một bản khác của chương trình “${programme}”; ở đây áp dụng “${here.vi}”. Hãy chạy các ca kiểm thử ở đây.`,
        en: `“${title.en}” was made with another release of the programme “${programme}”; in force here is “${here.en}”. Run its cases here.`,
      }
    : {
        vi: `“${title.vi}” đọc chương trình “${programme}”, mà ngày đầu tiên áp dụng chương trình đó không có quy định nào ở đây; kết quả sẽ chưa kết luận được.`,
        en: `“${title.en}” reads the programme “${programme}”, which has no rules in force here on its first day; results will stay undetermined.`,
      })

/** An overlay has nothing to lie on. */
export const baseMissing = (title: Text, unit: string, known: boolean, path: Issue['path']): Issue =>
  issue('error', 'install_base_missing', path, { unit }, known
    ? {
        vi: `“${title.vi}” là quy định của địa phương, nhưng ở đây không có quy định cấp trên nào trong thời gian đó; hãy cài quy định cấp trên trước.`,
        en: `“${title.en}” is local law, and no rules above it are here in its days; install those first.`,
      }
    : {
        vi: `“${title.vi}” là quy định của đơn vị “${unit}”, mà ở đây không có đơn vị này; hãy thêm đơn vị vào thư mục units.`,
        en: `“${title.en}” is law of the unit “${unit}”, which is not here; add the unit to the folder units.`,
      })

/** A release takes over from one in force before decisions of its days may have been made. */
export const takesOver = ({ release: { title } }: BundledRelease, from: string, other: Text, path: Issue['path']): Issue =>
  issue('warning', 'install_takes_over', path, { from }, {
    vi: `Từ ${formatDate(from)} “${title.vi}” thay “${other.vi}”; quyết định đã lưu giữ nguyên.`,
    en: `From ${formatDate(from)} “${title.en}” takes the place of “${other.en}”; stored decisions stay as they are.`,
  })
