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

const reasons: Readonly<Record<UnreachedPlace['code'], Words>> = {
  open: around('', '', ': văn bản chưa xác định giá trị mà điều kiện này cần.', ': the law has not established a value this needs.'),
  outside: around('', '', ': không câu trả lời nào cho ra giá trị như vậy.', ': no answers give such a value.'),
  unread: around('', '', ': không kết quả nào của hộ đọc điều kiện này.', ': no result of the household reads this condition.'),
  not_found: around('', '', ': không tìm được câu trả lời nào dẫn tới trường hợp này trong giới hạn tìm kiếm. Hãy tự viết một ca, hoặc xem lại điều kiện.', ': no answers leading here were found within the limits of the search. Write a case by hand, or look at the condition again.'),
}

/** Why a place has no case: the title of the case there might have been, and the reason. */
export const unreachedSentence = (purpose: CasePurpose, place: Text, code: UnreachedPlace['code']): Text => reasons[code](purposeSentence(purpose, place))
