import type { Issue } from '@tieuchi/runtime'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'

/** Lists that may not stay empty, by their name in the document. */
const emptyLists = { inputs: 'unfinished.inputs', outputs: 'unfinished.outputs', rows: 'unfinished.rows', rules: 'unfinished.rules', all: 'unfinished.conditions', any: 'unfinished.conditions' } as const

/** References that nobody has chosen yet. */
const references = { from: 'unfinished.from', countEvents: 'unfinished.countEvents', outcome: 'unfinished.outcome' } as const

const has = <Names extends object>(names: Names, name: unknown): name is keyof Names => typeof name === 'string' && Object.hasOwn(names, name)

/** What is wrong, in the words of the page: what is only unfinished is said without the names of the document. */
export const useIssueWords = (): ((issue: Pick<Issue, 'code' | 'path' | 'message'>) => string) => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  return ({ code, path, message }) => {
    const name = path.at(-1)
    if (code === 'document_minLength' && (name === 'vi' || name === 'en')) return t(name === 'vi' ? 'gate.emptyVi' : 'gate.emptyEn')
    if (code === 'document_minItems' && has(emptyLists, name)) return t(emptyLists[name])
    return (code === 'document_pattern' || code === 'document_anyOf') && has(references, name) ? t(references[name]) : read(message)
  }
}
