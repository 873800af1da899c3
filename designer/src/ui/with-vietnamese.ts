import type { Text } from '@tieuchi/runtime'

/** English that nobody wrote follows the Vietnamese. */
export const withVietnamese = ({ vi: before, en }: Text, vi: string): Text => ({ vi, en: en === '' || en === before ? vi : en })
