import { TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import classes from './lists.module.css'

interface ListSearchProps {
  readonly label: string
  readonly placeholder: string
  readonly value: string
  readonly onChange: (search: string) => void
}

/** Words to look for; told once the typing pauses. */
export const ListSearch = ({ label, placeholder, value, onChange }: ListSearchProps) => {
  const [text, setText] = useState(value)
  const told = useRef(value)
  const tell = useDebouncedCallback((next: string) => {
    told.current = next.trim()
    onChange(told.current)
  }, 250)
  useEffect(() => {
    if (told.current === value) return
    told.current = value
    setText(value)
  }, [value])
  return (
    <TextInput
      className={classes['search'] ?? ''}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={16} aria-hidden />}
      value={text}
      maxLength={100}
      onChange={(event) => {
        setText(event.currentTarget.value)
        tell(event.currentTarget.value)
      }}
    />
  )
}
