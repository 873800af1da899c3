import { VisuallyHidden } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'

/** New messages said at once; more would not be listened to. */
const SAID_TOGETHER = 2

/** Tells whoever hears the page what has become wrong since it last spoke. What is on the page already is not repeated. */
export const ErrorAnnouncer = ({ messages }: { readonly messages: readonly string[] }) => {
  const known = useRef<ReadonlySet<string>>(new Set(messages))
  const [said, setSaid] = useState('')
  useEffect(() => {
    const fresh = messages.filter((message) => !known.current.has(message))
    const changed = fresh.length > 0 || messages.length < known.current.size
    known.current = new Set(messages)
    if (changed) setSaid(fresh.slice(0, SAID_TOGETHER).join(' '))
  }, [messages])
  return <VisuallyHidden component="output">{said}</VisuallyHidden>
}
