/** Words of what is printed in Vietnamese. */
export const printsVi = {
  'prints.print': 'In',
  'prints.form': 'In phiếu',
  'prints.explanation': 'In giải thích',
  'prints.blank': 'In phiếu trắng',
  'prints.papers': 'Phiếu in',
  'prints.impact': 'mã tác động {{code}}, {{area}}, xét tại ngày {{day}}',
  'prints.record': 'mã phiếu {{code}}, ngày tham chiếu {{day}}',
} as const
