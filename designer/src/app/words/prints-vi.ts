/** Words of what is printed in Vietnamese. */
export const printsVi = {
  'prints.print': 'In',
  'prints.form': 'In phiếu',
  'prints.explanation': 'In giải thích',
  'prints.blank': 'In phiếu trắng',
} as const
