import { Readable } from 'node:stream'

/** A file to be put in an archive; its bytes are asked for when its turn has come. */
export interface PackedFile {
  readonly name: string
  readonly read: () => Promise<Buffer>
}

async function* bytesOf({ read }: PackedFile): AsyncIterable<Buffer> {
  yield await read()
}

/** A ZIP archive that is written while it is read: one of its files is in memory at a time, each changed last `at` that moment. */
export async function zipFile(files: readonly PackedFile[], at: Date): Promise<Readable> {
  const { zip } = await import('@cj-tech-master/excelts/archive')
  const archive = zip({ modTime: at, noSort: true })
  for (const file of files) archive.add(file.name, bytesOf(file))
  return Readable.from(archive.stream())
}
