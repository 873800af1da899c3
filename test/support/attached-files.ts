import type { Answer, Client } from './app.ts'

/** Small files of every accepted type, and what only says that it is one. */
export const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
export const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')
export const pdf = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n')
export const script = Buffer.from('<script>alert(1)</script>')

const boundary = 'a-boundary-of-the-test'

/** A multipart body with one file. */
export const multipartBody = (name: string, content: Buffer): Buffer => Buffer.concat([
  Buffer.from(`--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`),
  content,
  Buffer.from(`\r\n--${boundary}--\r\n`),
])

export interface PlaceOfFile {
  readonly item: string
  readonly member?: string
}

/** Attaches a file to a submission. */
export const attach = (client: Client, submission: string, { item, member }: PlaceOfFile, name: string, content: Buffer): Promise<Answer> =>
  client.send('POST', `/api/submissions/${submission}/attachments?item=${item}${member === undefined ? '' : `&member=${member}`}`, multipartBody(name, content), { 'content-type': `multipart/form-data; boundary=${boundary}` })
