import { replaceStringParameters, TranslatableString } from '@rjsf/utils'
import type { Language, Text } from '@tieuchi/runtime'

/** Every message rjsf can show. The record is total: a message added by a new version does not compile until it is here. */
const words: Readonly<Record<keyof typeof TranslatableString, Text>> = {
  ArrayItemTitle: { vi: 'Mục', en: 'Item' },
  MissingItems: { vi: 'Câu hỏi thiếu mô tả các mục', en: 'The question does not describe its items' },
  EmptyArray: { vi: 'Chưa có mục nào. Dùng nút bên dưới để thêm.', en: 'No items yet. Use the button below to add some.' },
  YesLabel: { vi: 'Có', en: 'Yes' },
  NoLabel: { vi: 'Không', en: 'No' },
  CloseLabel: { vi: 'Đóng', en: 'Close' },
  ErrorsLabel: { vi: 'Lỗi', en: 'Errors' },
  NewStringDefault: { vi: 'Giá trị mới', en: 'New value' },
  AddButton: { vi: 'Thêm', en: 'Add' },
  AddItemButton: { vi: 'Thêm mục', en: 'Add item' },
  CopyButton: { vi: 'Sao chép', en: 'Copy' },
  ExpandButton: { vi: 'Mở tiếp', en: 'Show more' },
  MoveDownButton: { vi: 'Chuyển xuống', en: 'Move down' },
  MoveUpButton: { vi: 'Chuyển lên', en: 'Move up' },
  RemoveButton: { vi: 'Bỏ', en: 'Remove' },
  NowLabel: { vi: 'Bây giờ', en: 'Now' },
  ClearLabel: { vi: 'Xóa', en: 'Clear' },
  AriaDateLabel: { vi: 'Chọn ngày', en: 'Choose a day' },
  PreviewLabel: { vi: 'Xem trước', en: 'Preview' },
  DecrementAriaLabel: { vi: 'Giảm 1', en: 'Decrease by 1' },
  IncrementAriaLabel: { vi: 'Tăng 1', en: 'Increase by 1' },
  OptionalObjectAdd: { vi: 'Thêm thông tin', en: 'Add information' },
  OptionalObjectRemove: { vi: 'Bỏ thông tin', en: 'Remove information' },
  OptionalObjectEmptyMsg: { vi: 'Chưa có thông tin', en: 'No information' },
  Type: { vi: 'Loại', en: 'Type' },
  Value: { vi: 'Giá trị', en: 'Value' },
  ClearButton: { vi: 'Xóa câu trả lời', en: 'Clear the answer' },
  UnknownFieldType: { vi: 'Không rõ loại câu hỏi %1', en: 'Unknown kind of question %1' },
  OptionPrefix: { vi: 'Lựa chọn %1', en: 'Option %1' },
  TitleOptionPrefix: { vi: '%1, lựa chọn %2', en: '%1, option %2' },
  KeyLabel: { vi: 'Tên của %1', en: 'Name of %1' },
  DeprecatedLabel: { vi: '%1 (không dùng nữa)', en: '%1 (no longer used)' },
  CycleDetected: { vi: 'Câu hỏi “%1” tham chiếu vòng. Có thể mở thêm một vòng.', en: 'The question “%1” refers to itself. One more round can be shown.' },
  InvalidObjectField: { vi: 'Câu hỏi “%1” được cấu hình sai: %2.', en: 'The question “%1” is configured wrongly: %2.' },
  UnsupportedField: { vi: 'Không hiển thị được câu hỏi này.', en: 'This question cannot be shown.' },
  UnsupportedFieldWithId: { vi: 'Không hiển thị được câu hỏi %1.', en: 'The question %1 cannot be shown.' },
  UnsupportedFieldWithReason: { vi: 'Không hiển thị được câu hỏi này: %1.', en: 'This question cannot be shown: %1.' },
  UnsupportedFieldWithIdAndReason: { vi: 'Không hiển thị được câu hỏi %1: %2.', en: 'The question %1 cannot be shown: %2.' },
  FilesInfo: { vi: '%1 (%2, %3 byte)', en: '%1 (%2, %3 bytes)' },
}

const byMessage = new Map<string, Text>(
  Object.entries(TranslatableString).flatMap(([name, message]) => Object.entries(words).filter(([key]) => key === name).map(([, text]) => [message, text] as const)),
)

/** The translator rjsf asks for its own messages. */
export const translateRjsf = (language: Language) => (message: TranslatableString, parameters?: string[]): string =>
  replaceStringParameters(byMessage.get(message)?.[language] ?? '', parameters)
