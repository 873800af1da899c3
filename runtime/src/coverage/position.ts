/** Where a value lies from a threshold: one step below, on it, one step above. */
export type Position = 'below' | 'at' | 'above'

export const positions: readonly Position[] = ['below', 'at', 'above']
