import type { AttachmentKind } from '@tieuchi/runtime'
import { fileTypeFromBuffer } from 'file-type'

/** Bytes of one file. */
export const mostBytes = 8 * 1024 * 1024

/** What a kind may be, as browsers show it, with how people call it. */
const types: Readonly<Record<AttachmentKind, Readonly<Record<string, string>>>> = {
  photo: { 'image/jpeg': 'JPEG', 'image/png': 'PNG', 'image/webp': 'WebP' },
  pdf: { 'application/pdf': 'PDF' },
}

const typesOf = (accept: readonly AttachmentKind[]): Readonly<Record<string, string>> => Object.assign({}, ...accept.map((kind) => types[kind]))

/** What some kinds may be, for people: `JPEG, PNG, WebP, PDF`. */
export const typeNames = (accept: readonly AttachmentKind[]): string => Object.values(typesOf(accept)).join(', ')

/** The media type by the bytes themselves, whatever the name says; undefined where it is none of the kinds accepted. */
export async function acceptedType(content: Buffer, accept: readonly AttachmentKind[]): Promise<string | undefined> {
  const found = (await fileTypeFromBuffer(content))?.mime
  return found !== undefined && Object.hasOwn(typesOf(accept), found) ? found : undefined
}

const mostLetters = 200

/** The name of a file without folders and what no system shows. */
export const plainName = (name: string): string => {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const shown = last.replaceAll(/[\p{Cc}\p{Cf}]/gu, '').trim()
  return [...shown].slice(-mostLetters).join('') || 'tep'
}
