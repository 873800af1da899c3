/** Turns the direction of all that follows, or is nothing but room no one sees. What joins the parts of an emoji is none of them. */
const unseen = /[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/g

/**
 * A text as it is kept once its field is left: letters with their marks as one sign each, whatever the keyboard or the file it was pasted from wrote,
 * without signs nobody sees, with single blanks and none around it. Only where there are `lines` they stay.
 */
export const tidyText = (text: string, { lines = false } = {}): string => {
  const seen = text.normalize('NFC').replaceAll(unseen, '')
  return (lines ? seen : seen.replaceAll(/\s+/g, ' ')).trim()
}
