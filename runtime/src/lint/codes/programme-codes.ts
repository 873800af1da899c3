import { lintCode } from './lint-code.ts'

/** What a release reads of other programmes. */
export const programmeCodes = {
  unknown_programme: lintCode<{ programme: string }>(
    'error',
    'A rule reads a programme that has no rules here.',
    (p) => `${p.place.vi}: đọc chương trình “${p.programme}” nhưng không có quy định của chương trình đó; hãy sửa tên hoặc bổ sung chương trình.`,
    (p) => `${p.place.en}: it reads programme “${p.programme}”, which has no rules here; correct the name or add the programme.`,
  ),
  unknown_programme_outcome: lintCode<{ programme: string; outcome: string }>(
    'error',
    'A rule reads an outcome that the other programme does not have; only outcomes are read across programmes.',
    (p) => `${p.place.vi}: chương trình “${p.programme}” không có kết quả “${p.outcome}”; hãy chọn một kết quả của chương trình đó.`,
    (p) => `${p.place.en}: programme “${p.programme}” has no outcome “${p.outcome}”; choose one of its outcomes.`,
  ),
  unknown_programme_parameter: lintCode<{ programme: string; parameter: string }>(
    'error',
    'A rule reads a parameter that the other programme does not have.',
    (p) => `${p.place.vi}: chương trình “${p.programme}” không có tham số “${p.parameter}”; hãy chọn một tham số của chương trình đó.`,
    (p) => `${p.place.en}: programme “${p.programme}” has no parameter “${p.parameter}”; choose one of its parameters.`,
  ),
  undeclared_dependency: lintCode<{ programme: string }>(
    'error',
    'A rule reads a programme that its own programme does not say it depends on, so it would not be loaded.',
    (p) => `${p.place.vi}: đọc chương trình “${p.programme}” nhưng chương trình này chưa khai báo phụ thuộc vào đó; hãy khai báo, hoặc bỏ liên hệ.`,
    (p) => `${p.place.en}: it reads programme “${p.programme}”, on which its programme does not say it depends; declare that, or remove the link.`,
  ),
  programme_cycle: lintCode<{ circle: string }>(
    'error',
    'Programmes compute their outcomes from each other in a circle.',
    (p) => `${p.place.vi}: các chương trình tính kết quả theo vòng tròn: ${p.circle}; hãy đọc kết quả đã được công nhận ở một chỗ trong vòng.`,
    (p) => `${p.place.en}: programmes compute their outcomes in a circle: ${p.circle}; read the recorded outcome at one place of the circle.`,
  ),
} as const
