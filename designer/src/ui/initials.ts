/** Nguyễn Thị An → N.T.A */
export const initialsOf = (name: string): string => name.split(/\s+/).filter(Boolean).slice(-3).map((word) => word[0]?.toUpperCase()).join('.')
