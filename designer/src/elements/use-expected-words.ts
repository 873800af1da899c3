import { memberTitle, pieceTitle, writeCaseResult, type Assembly, type CaseDocument, type Literal } from '@tieuchi/runtime'
import { useLanguage } from '../app/use-language.ts'

/** What a case expects, each as one line: `Giấy phép: cấp`. */
export const useExpectedWords = (assembly: Assembly): ((example: CaseDocument) => readonly string[]) => {
  const { read } = useLanguage()
  const write = (name: string, result: Literal): string => read(writeCaseResult(assembly, name, result))
  return ({ expect, given: { members = [] } }) => Object.entries(expect).map(([name, result]) => {
    const title = read(pieceTitle(assembly, name))
    if (typeof result !== 'object') return `${title}: ${write(name, result)}`
    return `${title}: ${Object.entries(result).map(([member, each]) => `${read(memberTitle(assembly, members, member))} – ${write(name, each)}`).join('; ')}`
  })
}
