import type { FastifyRequest } from 'fastify'
import { plainText } from '../households/household-search.ts'
import { Problem } from '../plugins/problem.ts'
import { mostBytes, plainName } from './attachment-content.ts'
import type { SentFile } from './attachment-service.ts'

/** The one file of a multipart body, read as it comes in; more bytes than one may have are not waited for. */
export async function readSentFile(request: FastifyRequest): Promise<SentFile> {
  if (!request.isMultipart()) throw new Problem('attachment_expected')
  const part = await request.file({ throwFileSizeLimit: false }).catch(noFile)
  if (!part) throw new Problem('attachment_expected')
  const name = plainName(part.filename)
  const content = await part.toBuffer().catch(noFile)
  if (part.file.truncated) throw new Problem('attachment_too_large', { file: name, most: `${mostBytes / 1024 / 1024} MB` })
  return { name, content }
}

/** What ends in the middle, or is no multipart body at all, has no file. */
function noFile(): never {
  throw new Problem('attachment_expected')
}

/** Keeps the name of a file over every system: whole, and once more in letters all of them know. */
export const contentDisposition = (name: string): string => {
  const dot = name.lastIndexOf('.')
  const plain = (text: string): string => plainText(text).replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '')
  const ascii = dot > 0 ? `${plain(name.slice(0, dot)) || 'tep'}.${plain(name.slice(dot + 1))}` : plain(name) || 'tep'
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)}`
}
