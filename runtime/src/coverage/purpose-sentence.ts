import type { Text } from '../documents/text.ts'
import type { CasePurpose, UnreachedPlace } from './proposed-case.ts'

type Words = (place: Text) => Text

const around = (vi: string, en: string, viAfter = '', enAfter = ''): Words => (place) => ({ vi: `${vi}${place.vi}${viAfter}`, en: `${en}${place.en}${enAfter}` })

const titles: Readonly<Record<CasePurpose['side'], Words>> = {
  below: around('Ngay dưới mức: ', 'One step below: '),
  at: around('Đúng mức: ', 'Exactly at: '),
  above: around('Ngay trên mức: ', 'One step above: '),
  true: around('Đúng: ', 'Holds: '),
  false: around('Không đúng: ', 'Does not hold: '),
  decided: around('Quyết định bởi dòng: ', 'Decided by the row: '),
  unknown: around('Chưa trả lời: ', 'Not answered: '),
}

/** The title of a case, from the sentence of the place it reaches. */
export const purposeSentence = ({ side }: CasePurpose, place: Text): Text => titles[side](place)

const lacks: Readonly<Record<CasePurpose['side'], Words>> = {
  below: around('Không có ca ngay dưới mức “', 'No case is one step below “', '”', '”'),
  at: around('Không có ca đúng mức “', 'No case is exactly at “', '”', '”'),
  above: around('Không có ca ngay trên mức “', 'No case is one step above “', '”', '”'),
  true: around('Không có ca mà “', 'There is no case in which “', '” là đúng', '” holds'),
  false: around('Không có ca mà “', 'There is no case in which “', '” là không đúng', '” does not hold'),
  decided: around('Không có ca do dòng “', 'No case is decided by the row “', '” quyết định', '”'),
  unknown: around('Không có ca chưa trả lời “', 'No case leaves “', '”', '” without an answer'),
}

const reasons: Readonly<Record<UnreachedPlace['code'], Text>> = {
  open: { vi: 'văn bản chưa xác định giá trị mà điều kiện này cần.', en: 'the law has not established a value this needs.' },
  outside: { vi: 'không câu trả lời nào cho ra giá trị như vậy.', en: 'no answers give such a value.' },
  unread: { vi: 'không kết quả nào của hộ đọc điều kiện này.', en: 'no result of the household reads this condition.' },
  not_found: {
    vi: 'không tìm được câu trả lời nào dẫn tới trường hợp này trong giới hạn tìm kiếm. Hãy tự viết một ca, hoặc xem lại điều kiện.',
    en: 'no answers leading here were found within the limits of the search. Write a case by hand, or look at the condition again.',
  },
}

/** Why a place has no case: the case there might have been, and the reason. */
export const unreachedSentence = ({ side }: CasePurpose, place: Text, code: UnreachedPlace['code']): Text => {
  const [lack, reason] = [lacks[side](place), reasons[code]]
  return { vi: `${lack.vi}, vì ${reason.vi}`, en: `${lack.en}: ${reason.en}` }
}
