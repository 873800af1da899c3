import type { Text } from '../documents/text.ts'
import { joinWords } from '../limits/join-words.ts'

/** Rules that need packages of code which are not installed here: they can be read, and judge nobody. */
export class MissingExtension extends Error {
  readonly packages: readonly string[]
  /** What happened and what to do. */
  readonly text: Text

  constructor(packages: readonly string[]) {
    const names = joinWords(packages.map((name) => `“${name}”`), ', ')
    const text = {
      vi: `Quy định này dùng gói mở rộng ${names} mà máy chủ này chưa cài, nên không kết luận được hộ nào. Hãy báo người quản trị cài gói rồi khởi động lại.`,
      en: `These rules use the package ${names}, which is not installed on this server, so nobody can be judged by them. Ask the administrator to install it and to start again.`,
    }
    super(text.en)
    this.name = 'MissingExtension'
    this.packages = packages
    this.text = text
  }
}
