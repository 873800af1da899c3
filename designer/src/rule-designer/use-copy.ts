import { conditionPhrase, type Assembly, type Condition, type Rule, type Text } from '@tieuchi/runtime'
import { useSyncExternalStore } from 'react'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../app/use-language.ts'
import { broughtTo, type Brought } from './brought.ts'
import { copyOf, keepCopied, readCopied, type Copied } from './clipboard.ts'
import { tell } from '../ui/tell.ts'

const listeners = new Set<() => void>()
let copied: Copied | undefined

const subscribe = (listener: () => void): (() => void) => {
  const onStorage = (): void => {
    copied = readCopied()
    listener()
  }
  listeners.add(listener)
  window.addEventListener('storage', onStorage)
  return () => {
    listeners.delete(listener)
    window.removeEventListener('storage', onStorage)
  }
}

/** What was copied last, here or in another tab. */
export const useCopied = (): Copied | undefined => useSyncExternalStore(subscribe, () => (copied ??= readCopied()))

/** The ways to copy from a release and to take into it what was copied elsewhere. */
export const useCopy = (assembly: Assembly): {
  readonly copyCondition: (condition: Condition) => void
  readonly copyRule: (rule: Rule) => void
  /** What was copied as it stands here, having said what comes along. */
  readonly bring: (copied: Copied) => Brought
} => {
  const { t } = useTranslation()
  const { read } = useLanguage()
  const copy = (what: { readonly title: Text; readonly condition: Condition; readonly rule?: Rule }): void => {
    copied = copyOf(assembly, what)
    keepCopied(copied)
    for (const listener of listeners) listener()
    tell(t('build.copied', { title: read(what.title) }))
  }
  return {
    copyCondition: (condition) => copy({ title: conditionPhrase(assembly, condition), condition }),
    copyRule: (rule) => copy({ title: rule.title, condition: rule.conditions, rule }),
    bring: (what) => {
      const brought = broughtTo(assembly, what)
      if (brought.titles.length > 0) tell(t('build.cameAlong', { titles: brought.titles.map(read).join('; ') }), { stays: true })
      return brought
    },
  }
}
