import { requestFile } from '../api/client.ts'

/** The browser may still be reading the file after the click. */
const keptFor = 60_000

/** Saves a file of the server on this machine, under the name it comes with. Fails with a `ProblemError`. */
export const saveFile = async (path: string): Promise<void> => {
  const { name, content } = await requestFile(path)
  const url = URL.createObjectURL(content)
  Object.assign(document.createElement('a'), { href: url, download: name }).click()
  setTimeout(() => URL.revokeObjectURL(url), keptFor)
}
