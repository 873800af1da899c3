import { formatNumber } from '@tieuchi/runtime'
import type { Content } from '../prints/print-engine.ts'
import type { WrittenImpact } from './impact-sheets.ts'

/** Writes a number of households, or a word where it is hidden. */
export const counting = ({ say, language }: WrittenImpact) => (number: number | null): string => (number === null ? say('hidden') : formatNumber(number, language))

/** What a part of the paper is called, with what its numbers are in brackets. */
export const heading = (text: string, note?: string): Content => ({ text: [{ text, bold: true }, ...(note === undefined ? [] : [{ text: ` (${note})`, italics: true }])], margin: [0, 8, 0, 3], headlineLevel: 1 })
