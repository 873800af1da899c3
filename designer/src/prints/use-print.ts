import { useMutation } from '@tanstack/react-query'
import type { Language } from '@tieuchi/runtime'
import { detailOf } from '../api/problem-error.ts'
import { useLanguage } from '../app/use-language.ts'
import { saveFile } from '../ui/save-file.ts'
import { tell } from '../ui/tell.ts'

interface Printing {
  readonly print: (pathIn: (language: Language) => string) => void
  readonly pending: boolean
}

/** Fetches a paper in the language of the page and saves it; says why where there is none. `before` comes first, and stops it by failing. */
export const usePrint = (before?: () => Promise<void>): Printing => {
  const { language, read } = useLanguage()
  const printing = useMutation({
    mutationFn: async (pathIn: (language: Language) => string) => {
      await before?.()
      await saveFile(pathIn(language))
    },
    onError: (error) => tell(read(detailOf(error)), { color: 'red' }),
  })
  return { print: printing.mutate, pending: printing.isPending }
}
