import type { WidgetProps } from '@rjsf/utils'
import type { Text } from '@tieuchi/runtime'
import { createContext, useContext, useEffect, useRef } from 'react'

/** What was typed and cannot be read as an answer, with why. */
export interface UnreadableText {
  readonly text: string
  readonly message: Text
}

/** The unreadable texts of the household or of one member, by question. They are no answers, but they are not lost either. */
export interface UnreadableTexts {
  readonly kept: Readonly<Record<string, UnreadableText>>
  readonly keep: (field: string, unreadable: UnreadableText | undefined) => void
}

export const UnreadableContext = createContext<UnreadableTexts>({ kept: {}, keep: () => undefined })

/** The text a question was left with that could not be read. */
export const useKeptText = ({ name }: Pick<WidgetProps, 'name'>): string | undefined => useContext(UnreadableContext).kept[name]?.text

/** Keeps what stands in a question and cannot be read, once it is left or goes from the page. */
export const useKeepText = ({ name }: Pick<WidgetProps, 'name'>, unreadable: UnreadableText | undefined): (() => void) => {
  const { keep } = useContext(UnreadableContext)
  const latest = useRef<() => void>(undefined)
  useEffect(() => {
    latest.current = () => keep(name, unreadable)
  })
  useEffect(() => () => latest.current?.(), [])
  return () => keep(name, unreadable)
}
